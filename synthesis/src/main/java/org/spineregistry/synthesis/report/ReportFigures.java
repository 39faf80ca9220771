package org.spineregistry.synthesis.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.fidelity.StructureFidelity;
import org.spineregistry.synthesis.metric.SpearmanMatrix;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/**
 * The drawings of a report. They hold groups of patients and rounded shares, no value of a single
 * one.
 *
 * @param marginals a plot for each column, in schema order
 * @param correlations absent when fewer than two columns have an order
 * @param missingness absent when nothing is missing
 * @param learningCurve absent when there is no prediction task
 * @param attacks a curve for each membership attack
 * @param subgroups fidelity by group
 */
public record ReportFigures(
    List<MarginalPlot> marginals,
    Optional<CorrelationMap> correlations,
    Optional<MissingnessPlot> missingness,
    Optional<LearningCurve> learningCurve,
    List<RocCurve> attacks,
    List<SubgroupRow> subgroups) {
  public ReportFigures {
    marginals = List.copyOf(marginals);
    attacks = List.copyOf(attacks);
    subgroups = List.copyOf(subgroups);
  }

  /** Nothing to draw: there is no release. */
  public static ReportFigures none() {
    return new ReportFigures(
        List.of(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  /** What cohort and release show by themselves: no curves and no groups. */
  public static ReportFigures of(Table cohort, Table release) {
    List<Integer> ordered = StructureFidelity.columns(cohort);
    List<String> names = ordered.stream().map(cohort.columns()::get).map(Column::name).toList();
    MissingnessPlot missing = MissingnessPlot.of(cohort, release);
    return new ReportFigures(
        IntStream.range(0, cohort.columns().size())
            .mapToObj(column -> MarginalPlot.of(cohort, release, column))
            .toList(),
        names.size() < 2
            ? Optional.empty()
            : Optional.of(
                CorrelationMap.of(
                    names,
                    SpearmanMatrix.of(cohort, ordered).values(),
                    SpearmanMatrix.of(release, ordered).values())),
        missing.rates().isEmpty() ? Optional.empty() : Optional.of(missing),
        Optional.empty(),
        List.of(),
        List.of());
  }

  /** The same with what an audit found. */
  public ReportFigures with(
      Optional<LearningCurve> curve, List<RocCurve> roc, List<SubgroupRow> groups) {
    return new ReportFigures(marginals, correlations, missingness, curve, roc, groups);
  }
}
