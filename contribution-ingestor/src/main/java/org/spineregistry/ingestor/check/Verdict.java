package org.spineregistry.ingestor.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.spineregistry.ingestor.identifier.Detector;
import org.spineregistry.ingestor.revision.RevisionDecision;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Findings;

/**
 * What intake says of one submission.
 *
 * @param candidate the case; absent when its campaign is not known
 * @param findings every reason, in the order of the stages
 * @param detectors the detectors that fired
 * @param decision what the submission is to the case's history
 * @param naming what an answer or event may repeat of the header
 */
public record Verdict(
    Optional<CaseCandidate> candidate,
    List<Finding> findings,
    Set<Detector> detectors,
    RevisionDecision decision,
    Naming naming) {

  /** What becomes of a submission. */
  public enum Outcome {
    ACCEPTED,
    QUERIED,
    REJECTED,
    DUPLICATE,
    SUPERSEDED
  }

  /**
   * The parts of a header that passed their own checks.
   *
   * @param campaignId a known campaign
   */
  public record Naming(Optional<String> campaignId, Optional<String> caseId, OptionalInt revision) {
    /** Nothing may be repeated. */
    public static Naming none() {
      return new Naming(Optional.empty(), Optional.empty(), OptionalInt.empty());
    }
  }

  public Verdict {
    findings = List.copyOf(findings);
    detectors = Set.copyOf(detectors);
  }

  public Outcome outcome() {
    if (Findings.reject(findings) || candidate.isEmpty()) {
      return Outcome.REJECTED;
    }
    return switch (decision.kind()) {
      case NEW, LATER -> findings.isEmpty() ? Outcome.ACCEPTED : Outcome.QUERIED;
      case DUPLICATE -> Outcome.DUPLICATE;
      case SUPERSEDED -> Outcome.SUPERSEDED;
      case REFUSED -> Outcome.REJECTED;
    };
  }

  /** Codes only. */
  @Override
  public String toString() {
    return "Verdict[" + outcome() + ", " + findings.stream().map(Finding::code).toList() + "]";
  }
}
