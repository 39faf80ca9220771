package org.spineregistry.cli.certify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.spineregistry.synthesis.fidelity.NumberFidelity;
import org.spineregistry.synthesis.fidelity.RealColumns;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.EuclideanEncoding;
import org.spineregistry.synthesis.metric.Neighbours;
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
  String of(List<GeneratedPart> parts) {
    Table table = Table.concatenate(parts.stream().map(GeneratedPart::table).toList());
    double[] distances = real.numbers(table).stream().mapToDouble(NumberFidelity::ks).toArray();
    double[] ratios =
        parts.stream().flatMapToDouble(part -> Arrays.stream(part.ratios())).sorted().toArray();
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
