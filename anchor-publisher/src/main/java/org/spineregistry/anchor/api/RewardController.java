package org.spineregistry.anchor.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import org.spineregistry.anchor.payout.RewardViews;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Token;
import org.spineregistry.anchor.reward.ledger.Balances;
import org.spineregistry.anchor.reward.ledger.LedgerPayout;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.service.streams.StoreQueries;
import org.spineregistry.service.web.Problem;

/** What reward systems and operators ask about payouts. */
@Controller("/v1/rewards")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RewardController {
  private static final int MOST = 500;

  private final RewardViews views;
  private final RewardPolicies policies;

  RewardController(RewardViews views, RewardPolicies policies) {
    this.views = views;
    this.policies = policies;
  }

  /** The manifest of a rewarded cycle. */
  @Get("/cycles/{cycleId}")
  HttpResponse<?> cycle(@PathVariable String cycleId) {
    return views
        .cycle(cycleId)
        .<HttpResponse<?>>map(row -> HttpResponse.ok(RewardAnswer.of(row, token(row))))
        .orElseGet(
            () ->
                HttpResponse.notFound(
                    new Problem(
                        "no cycle with this id is rewarded",
                        HttpStatus.NOT_FOUND.getCode(),
                        "UNKNOWN_CYCLE")));
  }

  /**
   * Balances and payouts of a beneficiary, settled or not.
   *
   * @param after {@code next} of the page before
   */
  @Get("/{beneficiaryId}")
  HttpResponse<?> beneficiary(
      @PathVariable String beneficiaryId,
      @Nullable @QueryValue String after,
      @QueryValue(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST) {
      return HttpResponse.badRequest(
          new Problem("limit: from 1 to " + MOST, HttpStatus.BAD_REQUEST.getCode(), "LIMIT"));
    }
    Optional<Balances> balances = views.balances(beneficiaryId);
    if (balances.isEmpty()) {
      return HttpResponse.notFound(
          new Problem(
              "nothing was decided for a beneficiary with this id",
              HttpStatus.NOT_FOUND.getCode(),
              "UNKNOWN_BENEFICIARY"));
    }
    List<LedgerPayout> found = views.payouts(beneficiaryId, after, limit + 1);
    List<LedgerPayout> page = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? page.get(limit - 1).terms().payoutId() : null;
    return HttpResponse.ok(BeneficiaryAnswer.of(beneficiaryId, balances.get(), page, next));
  }

  private Token token(CycleRewarded row) {
    return policies
        .version(row.getManifest().getPolicyVersion())
        .map(RewardPolicy::token)
        .orElse(null);
  }

  @Error(exception = StoreQueries.NotReady.class)
  MutableHttpResponse<Problem> notReady() {
    return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", "2")
        .body(
            new Problem(
                "the view is being restored, ask again",
                HttpStatus.SERVICE_UNAVAILABLE.getCode(),
                "RESTORING"));
  }
}
