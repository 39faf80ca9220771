package org.spineregistry.synthesis.infer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.synthesis.contract.TimeToEvent;

/**
 * What somebody who knows the file says of it; columns go by their name in the header row.
 *
 * @param target the primary outcome
 * @param caseId ids of the patients; without it the first column that is suspected to be one
 * @param site the hospital; without it a column with the name of one
 * @param afterOutcome recorded with or after the outcome, so that nothing may predict from them
 * @param quasiIdentifiers known outside, besides those that are suspected by their name
 * @param secrets what an attacker must not infer, besides those that are suspected by their name
 * @param keep variables, although they look like identifiers
 * @param leaveOut not to be read
 * @param timeToEvent times and what ended them
 */
public record InferenceOptions(
    Optional<String> target,
    Optional<String> caseId,
    Optional<String> site,
    Set<String> afterOutcome,
    Set<String> quasiIdentifiers,
    Set<String> secrets,
    Set<String> keep,
    Set<String> leaveOut,
    List<TimeToEvent> timeToEvent) {
  public InferenceOptions {
    afterOutcome = Set.copyOf(afterOutcome);
    quasiIdentifiers = Set.copyOf(quasiIdentifiers);
    secrets = Set.copyOf(secrets);
    keep = Set.copyOf(keep);
    leaveOut = Set.copyOf(leaveOut);
    timeToEvent = List.copyOf(timeToEvent);
  }

  /** Nothing is known. */
  public static InferenceOptions none() {
    return new InferenceOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        Set.of(),
        List.of());
  }

  /** Only the primary outcome is known. */
  public static InferenceOptions target(String target) {
    InferenceOptions none = none();
    return new InferenceOptions(
        Optional.of(target),
        none.caseId,
        none.site,
        none.afterOutcome,
        none.quasiIdentifiers,
        none.secrets,
        none.keep,
        none.leaveOut,
        none.timeToEvent);
  }
}
