package org.spineregistry.cli.certify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.spineregistry.synthesis.fidelity.NumberFidelity;
import org.spineregistry.synthesis.fidelity.RealColumns;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.EuclideanEncoding;
import org.spineregistry.synthesis.metric.Neighbours;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.table.Table;

/** How far generated rows are from the cohort, for a first look. */
final class GenerateFigures {
  private static final int ROWS = 2500;

  private final RealColumns real;
  private final EuclideanEncoding encoding;
  private final EncodedRows patients;

  GenerateFigures(Table cohort) {
    this.real = RealColumns.of(cohort);
    this.encoding = EuclideanEncoding.of(cohort);
    this.patients = encoding.encode(cohort);
  }

  /** One line. */
  String of(Table table, Workers workers) {
    EncodedRows rows = encoding.encode(table);
    List<Callable<double[]>> tasks = new ArrayList<>();
    tasks.add(() -> distances(real.numbers(table)));
    for (int from = 0; from < table.rows(); from += ROWS) {
      int first = from;
      tasks.add(() -> ratios(rows, first, Math.min(table.rows(), first + ROWS)));
    }
    List<double[]> done = workers.all(tasks, count -> {});
    double[] distances = done.get(0);
    double[] ratios = done.stream().skip(1).flatMapToDouble(Arrays::stream).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%,7d rows: KS distance mean %.3f, largest %.3f of %d numbers; distance to the nearest patient"
            + " over that to the second nearest, median %.3f",
        table.rows(),
        Arrays.stream(distances).average().orElse(0),
        Arrays.stream(distances).max().orElse(0),
        distances.length,
        ratios[ratios.length / 2]);
  }

  private static double[] distances(List<NumberFidelity> numbers) {
    return numbers.stream().mapToDouble(NumberFidelity::ks).toArray();
  }

  private double[] ratios(EncodedRows rows, int from, int to) {
    Neighbours neighbours = Neighbours.of(rows, from, to, patients);
    double[] ratios = new double[to - from];
    for (int row = 0; row < ratios.length; row++) {
      double second = neighbours.second()[row];
      ratios[row] = second > 0 ? neighbours.first()[row] / second : 1;
    }
    return ratios;
  }
}
