package org.spineregistry.anchor.api;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.anchor.payout.PayoutReplay;
import org.spineregistry.anchor.payout.RewardViews;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Token;
import org.spineregistry.anchor.reward.ledger.Balances;
import org.spineregistry.anchor.reward.ledger.LedgerPayout;
import org.spineregistry.event.RewardManifest;
import org.spineregistry.service.streams.StoreQueries;
import org.spineregistry.service.web.Problem;

/** What reward systems and operators ask about payouts. */
@Controller("/v1/rewards")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RewardController {
  private static final int MOST = 500;

  private final RewardViews views;
  private final RewardPolicies policies;
  private final PayoutReplay replay;

  RewardController(RewardViews views, RewardPolicies policies, PayoutReplay replay) {
    this.views = views;
    this.policies = policies;
    this.replay = replay;
  }

  /** The manifest of a rewarded cycle. */
  @Get("/cycles/{cycleId}")
  HttpResponse<?> cycle(@PathVariable String cycleId) {
    return views
        .cycle(cycleId)
        .<HttpResponse<?>>map(
            row -> HttpResponse.ok(RewardAnswer.of(row, token(row.getManifest()))))
        .orElseGet(() -> Problems.notFound("UNKNOWN_CYCLE", "no cycle with this id is rewarded"));
  }

  /**
   * The manifest of the payouts for the reviews of a day.
   *
   * @param day in UTC, as 2026-12-01
   */
  @Get("/days/{campaignId}/{day}")
  HttpResponse<?> day(@PathVariable String campaignId, @PathVariable String day) {
    if (!day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      return Problems.badRequest("DAY", "day: in UTC, as 2026-12-01");
    }
    return views
        .reviewDay(campaignId, day)
        .<HttpResponse<?>>map(
            row -> HttpResponse.ok(RewardAnswer.of(row, token(row.getManifest()))))
        .orElseGet(
            () ->
                Problems.notFound(
                    "UNKNOWN_DAY", "no reviews were paid on this day, or it is not over"));
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
      return Problems.badRequest("LIMIT", "limit: from 1 to " + MOST);
    }
    Optional<Balances> balances = views.balances(beneficiaryId);
    if (balances.isEmpty()) {
      return Problems.notFound(
          "UNKNOWN_BENEFICIARY", "nothing was decided for a beneficiary with this id");
    }
    List<LedgerPayout> found = views.payouts(beneficiaryId, after, limit + 1);
    List<LedgerPayout> page = found.subList(0, Math.min(limit, found.size()));
    String next = found.size() > limit ? page.get(limit - 1).terms().payoutId() : null;
    return HttpResponse.ok(BeneficiaryAnswer.of(beneficiaryId, balances.get(), page, next));
  }

  /** Writes decisions again, marked as a replay. */
  @Post("/replays")
  HttpResponse<?> replay(@Body ReplayRequest request) throws InterruptedException {
    List<String> problems = request.problems();
    return problems.isEmpty()
        ? HttpResponse.ok(Map.of("records", replay.replay(request::wants)))
        : Problems.badRequest("REPLAY_MALFORMED", "this asks for no replay", problems);
  }

  private Token token(RewardManifest manifest) {
    return policies.version(manifest.getPolicyVersion()).map(RewardPolicy::token).orElse(null);
  }

  @Error(exception = StoreQueries.NotReady.class)
  MutableHttpResponse<Problem> notReady() {
    return Problems.restoring();
  }
}
