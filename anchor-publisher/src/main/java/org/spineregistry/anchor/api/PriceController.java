package org.spineregistry.anchor.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.spineregistry.anchor.payout.RewardViews;
import org.spineregistry.anchor.policy.OperatorLog;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.service.streams.StoreQueries;
import org.spineregistry.service.web.Problem;

/** Takes prices of the token, and shows the one in force. */
@Controller("/v1/prices")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PriceController {
  private final OperatorLog log;
  private final RewardPolicies policies;
  private final RewardViews views;

  PriceController(OperatorLog log, RewardPolicies policies, RewardViews views) {
    this.log = log;
    this.policies = policies;
    this.views = views;
  }

  /** Takes a price; it counts in its turn. */
  @Post
  HttpResponse<?> quote(@Body PriceRequest request) throws InterruptedException {
    Instant now = Instant.now();
    List<String> problems = request.problems(policies, now);
    if (!problems.isEmpty()) {
      return Problems.badRequest("PRICE_MALFORMED", "this is no price", problems);
    }
    log.write(request.event(policies.at(now).token()));
    return HttpResponse.accepted().body(Map.of("priceId", request.priceId()));
  }

  /** The newest price, and how many events wait for a newer one. */
  @Get("/newest")
  HttpResponse<?> newest() {
    return views
        .price()
        .<HttpResponse<?>>map(
            price ->
                HttpResponse.ok(
                    Map.of(
                        "usdPerToken", price.usdPerToken().toPlainString(),
                        "quotedAt", price.quotedAt(),
                        "waiting", views.unpriced())))
        .orElseGet(() -> Problems.notFound("NO_PRICE", "no price was quoted yet"));
  }

  @Error(exception = StoreQueries.NotReady.class)
  MutableHttpResponse<Problem> notReady() {
    return Problems.restoring();
  }
}
