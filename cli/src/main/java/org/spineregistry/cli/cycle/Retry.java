package org.spineregistry.cli.cycle;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CertificationTrigger;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.schemas.id.SpineIds;

/**
 * One more attempt of a failed cycle: the same request, asked for by an operator.
 *
 * @param id event id, UUIDv5 of cycle and attempt: whoever asks twice asks for the same
 * @param failure the failed result that led to it
 * @param failureId its event id
 */
record Retry(
    String id, CertificationRequested request, CertificationCompleted failure, String failureId) {

  /**
   * The attempt behind the latest failure.
   *
   * @throws UserProblem when there is nothing to repeat
   */
  static Retry of(UUID cycle, CycleEvents events, Instant now) {
    CertificationRequested last =
        events.request().orElseThrow(() -> refuse(cycle, "is unknown: nobody has asked for it"));
    CycleEvents.Event<CertificationCompleted> result =
        events.result().orElseThrow(() -> refuse(cycle, "has no result yet"));
    CycleVerdict verdict = result.value().getVerdict();
    if (verdict != CycleVerdict.FAILED) {
      throw refuse(cycle, "is " + verdict + "; only a FAILED cycle can be run again");
    }
    int attempt = events.attempts() + 1;
    String id = SpineIds.event("CertificationRequested", cycle, attempt).toString();
    if (events.hasRequest(id)) {
      throw refuse(cycle, "has no result yet of the retry that was asked for before");
    }
    return new Retry(id, again(last, attempt, result.id(), now), result.value(), result.id());
  }

  /** What was done, as a sentence. */
  String sentence() {
    return "asked for attempt %d of cycle %s (%s, ordinals up to %d); attempt %d failed: %s"
        .formatted(
            request.getAttempt(),
            request.getCycleId(),
            request.getCampaignId(),
            request.getOrdinalLimit(),
            failure.getAttempt(),
            String.join("; ", failure.getReasons()));
  }

  private static CertificationRequested again(
      CertificationRequested last, int attempt, String failureId, Instant now) {
    Instant behind = last.getRequestedAt().plusMillis(1); // even when this clock is slow
    Instant time = now.truncatedTo(ChronoUnit.MILLIS);
    return CertificationRequested.newBuilder(last)
        .setTrigger(CertificationTrigger.OPERATOR)
        .setAttempt(attempt)
        .setCauseId(failureId)
        .setRequestedAt(time.isBefore(behind) ? behind : time)
        .build();
  }

  private static UserProblem refuse(UUID cycle, String why) {
    return UserProblem.input("cycle " + cycle + " " + why);
  }
}
