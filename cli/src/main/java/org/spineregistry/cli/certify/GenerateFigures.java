package org.spineregistry.cli.certify;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.spineregistry.synthesis.fidelity.RealColumns;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.EuclideanEncoding;
import org.spineregistry.synthesis.metric.Neighbours;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.table.Table;

/** How far generated rows are from the cohort, for a first look. */
final class GenerateFigures {
  private final RealColumns real;
  private final EuclideanEncoding encoding;
  private final EncodedRows patients;

  GenerateFigures(Table cohort) {
    this.real = RealColumns.of(cohort);
    this.encoding = EuclideanEncoding.of(cohort);
    this.patients = encoding.encode(cohort);
  }

  /** One line on all rows of a file. */
  String of(GeneratedFile file, Workers workers) {
    Table table = file.table();
    int columns = table.columns().size();
    List<Callable<double[]>> halves =
        List.of(
            () -> real.distances(table, 0, columns / 2),
            () -> real.distances(table, columns / 2, columns));
    double[] distances =
        workers.all(halves, count -> {}).stream().flatMapToDouble(Arrays::stream).toArray();
    double[] ratios = file.ratios();
    return table.rows()
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

  /** Distance of each row to the nearest patient over that to the second nearest. */
  double[] ratios(Table table) {
    EncodedRows rows = encoding.encode(table);
    Neighbours neighbours = Neighbours.of(rows, 0, table.rows(), patients);
    double[] ratios = new double[table.rows()];
    for (int row = 0; row < ratios.length; row++) {
      double second = neighbours.second()[row];
      ratios[row] = second > 0 ? neighbours.first()[row] / second : 1;
    }
    return ratios;
  }
}
