package org.spineregistry.synthesis.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;

/**
 * All that a report shows; its JSON and its page are two forms of it. Holds no table and no value
 * of a single patient.
 *
 * @param head what was judged and the verdict
 * @param gates by family; the deciding ones decide
 * @param controls bad releases that must be seen to fail; empty when the profile has none
 * @param advice what could be done next, a sentence each
 * @param marginals a plot for each column, in schema order
 * @param correlations absent when fewer than two columns have an order
 * @param missingness absent when nothing is missing
 * @param learningCurve absent when there is no prediction task
 * @param attacks a curve for each attack
 * @param subgroups fidelity by group
 * @param lineage where the release comes from
 * @param statements limits; those of {@link Wording#REQUIRED} are added
 */
public record ReportContent(
    ReportHead head,
    List<GateSection> gates,
    List<ControlResult> controls,
    List<String> advice,
    List<MarginalPlot> marginals,
    Optional<CorrelationMap> correlations,
    Optional<MissingnessPlot> missingness,
    Optional<LearningCurve> learningCurve,
    List<RocCurve> attacks,
    List<SubgroupRow> subgroups,
    List<LineageEntry> lineage,
    List<String> statements) {
  public ReportContent {
    gates = List.copyOf(gates);
    controls = List.copyOf(controls);
    advice = List.copyOf(advice);
    marginals = List.copyOf(marginals);
    attacks = List.copyOf(attacks);
    subgroups = List.copyOf(subgroups);
    lineage = List.copyOf(lineage);
    if (Stream.concat(advice.stream(), statements.stream()).anyMatch(Wording::isRefused)) {
      throw new IllegalArgumentException("a report may not make a claim that no gate supports");
    }
    statements = Wording.withRequired(statements);
    requireEarned(head, gates, controls);
  }

  /** The same with its figures together. */
  public static ReportContent of(
      ReportHead head,
      List<GateSection> gates,
      List<ControlResult> controls,
      List<String> advice,
      ReportFigures figures,
      List<LineageEntry> lineage,
      List<String> statements) {
    return new ReportContent(
        head,
        gates,
        controls,
        advice,
        figures.marginals(),
        figures.correlations(),
        figures.missingness(),
        figures.learningCurve(),
        figures.attacks(),
        figures.subgroups(),
        lineage,
        statements);
  }

  /** Gates whose verdict counts, in the order of the report. */
  public List<GateResult> decidingGates() {
    return deciding(gates);
  }

  /** Deciding gates that did not pass, in the order of the report. */
  public List<GateResult> notPassed() {
    return decidingGates().stream().filter(gate -> gate.verdict() != Verdict.PASS).toList();
  }

  private static List<GateResult> deciding(List<GateSection> gates) {
    return gates.stream().flatMap(section -> section.decidingGates().stream()).toList();
  }

  private static void requireEarned(
      ReportHead head, List<GateSection> gates, List<ControlResult> controls) {
    if (head.verdict() != ReportVerdict.CERTIFIED && head.verdict() != ReportVerdict.PASSED) {
      return;
    }
    List<GateResult> deciding = deciding(gates);
    boolean passed =
        !deciding.isEmpty() && deciding.stream().allMatch(g -> g.verdict() == Verdict.PASS);
    if (!passed || !controls.stream().allMatch(ControlResult::isCaught)) {
      throw new IllegalArgumentException(
          head.verdict() + " needs every deciding gate to pass and every control to be caught");
    }
  }
}
