package org.spineregistry.anchor.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.IOException;
import java.util.Optional;
import org.spineregistry.anchor.batch.BatchState;
import org.spineregistry.anchor.batch.ReceiptProofs;
import org.spineregistry.anchor.batch.ReceiptProofs.Receipt;
import org.spineregistry.anchor.intent.AnchorProofs;
import org.spineregistry.anchor.publish.AnchorQueries;
import org.spineregistry.anchor.publish.AnchorRow;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.IntentState;
import org.spineregistry.service.streams.StoreQueries;
import org.spineregistry.service.web.Problem;
import org.spineregistry.solana.merkle.InclusionPath;

/**
 * Hands contributors and reviewers the proof that their case or review was there when a batch was
 * anchored.
 */
@Controller("/v1/proofs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProofController {
  private final ReceiptProofs receipts;
  private final AnchorQueries anchors;

  ProofController(ReceiptProofs receipts, AnchorQueries anchors) {
    this.receipts = receipts;
    this.anchors = anchors;
  }

  /**
   * The proof bundle of an accepted case or review. Who knows its random id may have it: whoever
   * gave it, and whoever pays for it. It holds ids and a digest, no value.
   *
   * @param id of the case or review
   * @param revision of the case; the newest when absent
   */
  @Get(value = "/{id}", produces = MediaType.APPLICATION_JSON)
  HttpResponse<?> proof(@PathVariable String id, @Nullable @QueryValue Integer revision)
      throws IOException {
    if (revision != null && revision < 1) {
      return Problems.badRequest("REVISION", "revision: at least 1");
    }
    Optional<Receipt> receipt = receipts.ofCase(id, revision);
    if (receipt.isEmpty() && revision == null) {
      receipt = receipts.ofReview(id);
    }
    if (receipt.isEmpty()) {
      return Problems.notFound(
          "UNKNOWN_RECEIPT",
          "no accepted case with this id and revision and no accepted review, or it was withdrawn");
    }
    Optional<BatchState.Closed> batch = receipt.get().batch();
    if (batch.isEmpty()) {
      return later("BATCH_OPEN", "the batch of this receipt is still open");
    }
    Optional<AnchorIntent> anchor =
        anchors
            .find(batch.get().root())
            .map(AnchorRow::intent)
            .filter(intent -> intent.getState() == IntentState.FINALIZED);
    if (anchor.isEmpty()) {
      return later("ANCHOR_NOT_FINAL", "the anchor of the batch is not finalized yet");
    }
    InclusionPath path = receipts.path(batch.get(), receipt.get().index());
    return ProofFile.of(AnchorProofs.of(anchor.get(), receipt.get().text(), path));
  }

  @Error(exception = StoreQueries.NotReady.class)
  MutableHttpResponse<Problem> notReady() {
    return Problems.restoring();
  }

  private static HttpResponse<?> later(String code, String title) {
    return Problems.conflict(code, title).header(HttpHeaders.RETRY_AFTER, "60");
  }
}
