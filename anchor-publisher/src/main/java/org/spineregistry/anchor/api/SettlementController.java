package org.spineregistry.anchor.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.anchor.protocol.IntentBook.Filter;
import org.spineregistry.anchor.settlement.SettlementRow;
import org.spineregistry.anchor.settlement.Settlements;
import org.spineregistry.event.IntentState;

/** What operators ask about payments. */
@Controller("/v1/settlements")
final class SettlementController {
  private static final int MOST = 500;

  private final Settlements settlements;

  SettlementController(Settlements settlements) {
    this.settlements = settlements;
  }

  /**
   * A page of batches in one state.
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
    List<SettlementAnswer> page =
        settlements.page(filter.get(), after, limit + 1).stream()
            .map(SettlementAnswer::of)
            .toList();
    boolean more = page.size() > limit;
    List<SettlementAnswer> shown = more ? page.subList(0, limit) : page;
    return HttpResponse.ok(
        new SettlementPage(shown, more ? shown.get(shown.size() - 1).batchId() : null));
  }

  /** Who is owed something and cannot be paid, with a code that says why. */
  @Get("/waiting")
  HttpResponse<?> waiting() {
    return HttpResponse.ok(Map.of("waiting", settlements.waiting()));
  }

  @Get("/{batchId}")
  HttpResponse<?> settlement(@PathVariable String batchId) {
    return settlements
        .find(batchId)
        .<HttpResponse<?>>map(row -> HttpResponse.ok(SettlementAnswer.of(row)))
        .orElseGet(() -> Problems.notFound("UNKNOWN_BATCH", "no batch with this id was paid"));
  }

  /** Has the payouts of a batch that failed paid by another, when the cause is gone. */
  @Post("/{batchId}/retry")
  HttpResponse<?> retry(@PathVariable String batchId) {
    Optional<SettlementRow> row = settlements.find(batchId);
    if (row.isEmpty()) {
      return settlement(batchId);
    }
    if (row.get().batch().state() != IntentState.FAILED
        || row.get().batch().intent().getReleased()) {
      return Problems.conflict("BATCH_NOT_FAILED", "the batch has not failed, or was retried");
    }
    settlements.release(batchId);
    return HttpResponse.accepted();
  }
}
