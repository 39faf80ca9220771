package org.spineregistry.certification.worker;

import java.util.List;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.GateOutcome;

/**
 * What an attempt found. Only what is certified names datasets: an event is kept for ever, so an
 * ungated one must not get into it.
 *
 * @param reasons why the cycle was refused or failed; empty when certified
 * @param cases size of the cohort
 * @param datasets empty unless certified
 * @param certificate null unless certified
 * @param contributions null unless certified
 * @param documents report, and what describes the datasets; they hold no value of a patient
 */
public record CycleOutcome(
    CycleVerdict verdict,
    List<String> reasons,
    long cases,
    List<GateOutcome> gates,
    List<ArtifactReference> datasets,
    ArtifactReference certificate,
    ArtifactReference contributions,
    List<ArtifactReference> documents) {
  public CycleOutcome {
    documents = List.copyOf(documents);
    boolean files = !datasets.isEmpty() || certificate != null || contributions != null;
    if (files && verdict != CycleVerdict.CERTIFIED) {
      throw new IllegalArgumentException("only a certified cycle has files");
    }
  }

  /** An outcome without documents. */
  public CycleOutcome(
      CycleVerdict verdict,
      List<String> reasons,
      long cases,
      List<GateOutcome> gates,
      List<ArtifactReference> datasets,
      ArtifactReference certificate,
      ArtifactReference contributions) {
    this(verdict, reasons, cases, gates, datasets, certificate, contributions, List.of());
  }

  static CycleOutcome failed(CycleProblem problem) {
    return new CycleOutcome(
        CycleVerdict.FAILED,
        List.of(problem.code() + ": " + problem.getMessage()),
        0,
        List.of(),
        List.of(),
        null,
        null);
  }
}
