package org.spineregistry.anchor.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import org.spineregistry.anchor.payout.RewardViews;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Token;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.service.web.Problem;

/** What reward systems and operators ask about payouts. */
@Controller("/v1/rewards")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RewardController {
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

  private Token token(CycleRewarded row) {
    return policies
        .version(row.getManifest().getPolicyVersion())
        .map(RewardPolicy::token)
        .orElse(null);
  }

  @Error(exception = RewardViews.NotReady.class)
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
