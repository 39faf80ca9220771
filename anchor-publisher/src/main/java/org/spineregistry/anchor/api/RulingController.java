package org.spineregistry.anchor.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.spineregistry.anchor.payout.RewardViews;
import org.spineregistry.anchor.policy.OperatorLog;
import org.spineregistry.service.streams.StoreQueries;
import org.spineregistry.service.web.Problem;

/** Takes rulings on payouts, and says what they did. */
@Controller("/v1/rulings")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RulingController {
  private final OperatorLog log;
  private final RewardViews views;

  RulingController(OperatorLog log, RewardViews views) {
    this.log = log;
    this.views = views;
  }

  /** Takes a ruling; it is applied in its turn. */
  @Post
  HttpResponse<?> rule(@Body RulingRequest request) throws InterruptedException {
    List<String> problems = request.problems();
    if (!problems.isEmpty()) {
      return Problems.badRequest("RULING_MALFORMED", "this is no ruling", problems);
    }
    log.write(request.ruling(Instant.now().truncatedTo(ChronoUnit.MILLIS)));
    return HttpResponse.accepted().body(Map.of("rulingId", request.rulingId()));
  }

  /** What a ruling did. */
  @Get("/{rulingId}")
  HttpResponse<?> outcome(@PathVariable String rulingId) {
    return views
        .ruling(rulingId)
        .<HttpResponse<?>>map(HttpResponse::ok)
        .orElseGet(
            () ->
                Problems.notFound(
                    "UNKNOWN_RULING",
                    "no ruling with this id was applied; one that was just sent may be in a moment"));
  }

  @Error(exception = StoreQueries.NotReady.class)
  MutableHttpResponse<Problem> notReady() {
    return Problems.restoring();
  }
}
