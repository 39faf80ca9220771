package org.spineregistry.cli.certify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.fidelity.StepCounts;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.EuclideanEncoding;
import org.spineregistry.synthesis.metric.IndexedRows;
import org.spineregistry.synthesis.metric.Neighbours;
import org.spineregistry.synthesis.table.Table;

/** How far generated rows are from the cohort, for a first look. */
final class GenerateFigures {
  private final StepCounts steps;
  private final EuclideanEncoding encoding;
  private final IndexedRows patients;

  GenerateFigures(Table cohort) {
    this.steps = StepCounts.of(cohort);
    this.encoding = EuclideanEncoding.of(cohort);
    this.patients = IndexedRows.of(encoding.encode(cohort));
  }

  /** One line on all rows of a file. */
  String of(List<GeneratedPart> parts) {
    int[][] counts = parts.get(0).counts();
    for (GeneratedPart part : parts.subList(1, parts.size())) {
      for (int column = 0; column < counts.length; column++) {
        for (int step = 0; step < counts[column].length; step++) {
          counts[column][step] += part.counts()[column][step];
        }
      }
    }
    double[] distances = steps.distances(counts);
    double[] ratios =
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.ratios())).sorted().toArray();
    return ratios.length
        + " rows: KS distance mean "
        + thousandths(Arrays.stream(distances).average().orElse(0))
        + ", largest "
        + thousandths(Arrays.stream(distances).max().orElse(0))
        + " of "
        + distances.length
        + " numbers; distance to the nearest patient over that to the second nearest, median "
        + thousandths(ratios[ratios.length / 2]);
  }

  /**
   * Formatting by a pattern would first load the locales of the world, which takes as long as the
   * fit.
   */
  private static String thousandths(double number) {
    return BigDecimal.valueOf(number).setScale(3, RoundingMode.HALF_EVEN).toPlainString();
  }

  /** See {@link StepCounts#count}. */
  int[][] counts(Table table) {
    return steps.count(table);
  }

  /** Distance of each row to the nearest patient over that to the second nearest. */
  double[] ratios(Table table) {
    EncodedRows rows = encoding.encode(table);
    Neighbours neighbours = patients.nearest(rows, 0, table.rows());
    double[] ratios = new double[table.rows()];
    for (int row = 0; row < ratios.length; row++) {
      double second = neighbours.second()[row];
      ratios[row] = second > 0 ? neighbours.first()[row] / second : 1;
    }
    return ratios;
  }
}
