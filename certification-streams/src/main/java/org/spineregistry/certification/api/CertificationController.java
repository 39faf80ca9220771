package org.spineregistry.certification.api;

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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.spineregistry.certification.query.Views;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.CycleState;
import org.spineregistry.service.streams.StoreQueries;
import org.spineregistry.service.web.Problem;

/** What operators and tools ask: cycles and registry sizes. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CertificationController {
  private static final int MOST = 500;
  private static final Set<String> STATES =
      Arrays.stream(CycleState.values())
          .filter(state -> state != CycleState.UNKNOWN)
          .map(state -> state.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.toCollection(TreeSet::new));

  private final Views views;

  CertificationController(Views views) {
    this.views = views;
  }

  /**
   * A page of cycles.
   *
   * @param campaign only this campaign
   * @param state only cycles in this state, for example {@code failed}
   */
  @Get("/cycles")
  HttpResponse<?> cycles(
      @Nullable @QueryValue String campaign,
      @Nullable @QueryValue String state,
      @Nullable @QueryValue String after,
      @QueryValue(defaultValue = "50") int limit) {
    if (limit < 1 || limit > MOST) {
      return HttpResponse.badRequest(
          new Problem("limit: from 1 to " + MOST, HttpStatus.BAD_REQUEST.getCode(), "LIMIT"));
    }
    if (state != null && !isState(state)) {
      return HttpResponse.badRequest(
          new Problem("state: one of " + STATES, HttpStatus.BAD_REQUEST.getCode(), "STATE"));
    }
    Predicate<CertificationStatus> wanted =
        row ->
            (campaign == null || campaign.equals(row.getCampaignId()))
                && (state == null || state.toUpperCase(Locale.ROOT).equals(row.getState().name()));
    List<CycleAnswer> page =
        views.cycles(after, limit + 1, wanted).stream().map(CycleAnswer::of).toList();
    boolean more = page.size() > limit;
    List<CycleAnswer> shown = more ? page.subList(0, limit) : page;
    return HttpResponse.ok(
        new CyclePage(shown, more ? shown.get(shown.size() - 1).cycleId() : null));
  }

  private static boolean isState(String state) {
    return STATES.contains(state.toLowerCase(Locale.ROOT));
  }

  @Get("/cycles/{cycleId}")
  HttpResponse<?> cycle(@PathVariable String cycleId) {
    return views
        .cycle(cycleId)
        .<HttpResponse<?>>map(row -> HttpResponse.ok(CycleAnswer.of(row)))
        .orElseGet(
            () ->
                HttpResponse.notFound(
                    new Problem(
                        "no cycle has this id", HttpStatus.NOT_FOUND.getCode(), "UNKNOWN_CYCLE")));
  }

  @Get("/registry")
  RegistryAnswer registry() {
    return new RegistryAnswer(views.sizes().stream().map(RegistryAnswer.Campaign::of).toList());
  }

  @Error(exception = StoreQueries.NotReady.class)
  MutableHttpResponse<Problem> notReady() {
    return HttpResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header("Retry-After", "2")
        .body(
            new Problem(
                "the views are being restored, ask again",
                HttpStatus.SERVICE_UNAVAILABLE.getCode(),
                "RESTORING"));
  }
}
