package org.spineregistry.anchor.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spineregistry.anchor.intent.AnchorProofs;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.anchor.protocol.IntentBook.Filter;
import org.spineregistry.anchor.publish.AnchorPublisher;
import org.spineregistry.anchor.publish.AnchorQueries;
import org.spineregistry.anchor.publish.AnchorRow;
import org.spineregistry.event.IntentState;

/** What operators and tools ask about anchors. */
@Controller("/v1/anchors")
final class AnchorController {
  private static final int MOST = 500;

  private final AnchorQueries anchors;
  private final AnchorPublisher publisher;

  AnchorController(AnchorQueries anchors, AnchorPublisher publisher) {
    this.anchors = anchors;
    this.publisher = publisher;
  }

  /**
   * A page of anchors in one state.
   *
   * @param state open, stuck, failed or finalized
   * @param after {@code next} of the page before
   */
  @Get
  HttpResponse<?> page(
      @QueryValue(defaultValue = "open") String state,
      @Nullable @QueryValue String after,
      @QueryValue(defaultValue = "50") int limit) {
    Optional<Filter> filter =
        Arrays.stream(Filter.values())
            .filter(f -> f.name().toLowerCase(Locale.ROOT).equals(state))
            .findFirst();
    if (filter.isEmpty()) {
      return Problems.badRequest("STATE", "state: open, stuck, failed or finalized");
    }
    if (limit < 1 || limit > MOST) {
      return Problems.badRequest("LIMIT", "limit: from 1 to " + MOST);
    }
    List<AnchorAnswer> page =
        anchors.page(filter.get(), after, limit + 1).stream().map(AnchorAnswer::of).toList();
    boolean more = page.size() > limit;
    List<AnchorAnswer> shown = more ? page.subList(0, limit) : page;
    return HttpResponse.ok(
        new AnchorPage(shown, more ? shown.get(shown.size() - 1).digest() : null));
  }

  /**
   * @param digest SHA-256 of a certificate file
   */
  @Get("/{digest}")
  HttpResponse<?> anchor(@PathVariable String digest) {
    return anchors
        .find(digest)
        .<HttpResponse<?>>map(row -> HttpResponse.ok(AnchorAnswer.of(row)))
        .orElseGet(
            () ->
                Problems.notFound(
                    "UNKNOWN_ANCHOR", "no certificate with this digest was taken up"));
  }

  /**
   * The proof bundle of an anchor, {@code anchor.json}.
   *
   * @param digest SHA-256 of a certificate file
   */
  @Get(value = "/{digest}/proof", produces = MediaType.APPLICATION_JSON)
  HttpResponse<?> proof(@PathVariable String digest) {
    Optional<AnchorRow> row = anchors.find(digest);
    if (row.isEmpty()) {
      return anchor(digest);
    }
    if (Intents.BATCH.equals(row.get().intent().getKind())) {
      return Problems.conflict(
          "ANCHOR_OF_BATCH",
          "a batch has a proof for each of its receipts: GET /v1/proofs/{caseId}");
    }
    return AnchorProofs.of(row.get().intent())
        .<HttpResponse<?>>map(ProofFile::of)
        .orElseGet(() -> Problems.conflict("ANCHOR_NOT_FINAL", "the anchor is not finalized yet"));
  }

  /**
   * Asks for another attempt at an anchor that failed on the chain, when its cause is gone.
   *
   * @param digest SHA-256 of a certificate file, or root of a batch
   */
  @Post("/{digest}/retry")
  HttpResponse<?> retry(@PathVariable String digest) {
    Optional<AnchorRow> row = anchors.find(digest);
    if (row.isEmpty()) {
      return anchor(digest);
    }
    if (row.get().intent().getState() != IntentState.FAILED) {
      return Problems.conflict("ANCHOR_NOT_FAILED", "the anchor has not failed");
    }
    publisher.retry(digest);
    return HttpResponse.accepted();
  }
}
