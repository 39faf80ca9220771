package org.spineregistry.synthesis.classic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.CsvReader;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

/** Whatever the cohort looks like, synthetic rows obey the schema and show nothing unseen. */
class ModelPropertyTest {
  private static final RandomStream RANDOM = Cohorts.SEED.stream("property");

  @Property(tries = 80, seed = "2026")
  void syntheticRowsObeyTheSchemaAndStayWithinWhatWasObserved(
      @ForAll @IntRange(min = 10, max = 60) int rows,
      @ForAll @IntRange(min = 0, max = 100_000) int salt,
      @ForAll Imputation imputation) {
    Table cohort = cohort(rows, salt);

    Table synthetic =
        ClassicCopula.fit(
                cohort, new ClassicOptions(imputation, Optional.empty()), Cohorts.SEED, "fit")
            .sample(200, "release/200");

    CsvReader.read(CsvWriter.write(synthetic), cohort.columns());
    for (int c = 0; c < cohort.columns().size(); c++) {
      if (cohort.columns().get(c).isNumber()) {
        withinObserved(cohort.numbers(c), synthetic.numbers(c));
      } else {
        assertThat(IntStream.of(synthetic.codes(c)).distinct().boxed())
            .isSubsetOf(
                IntStream.concat(IntStream.of(-1), IntStream.of(cohort.codes(c))).boxed().toList());
      }
      if (cohort.missing(c) == 0) {
        assertThat(synthetic.missing(c)).isZero();
      }
    }
  }

  private static void withinObserved(double[] real, double[] synthetic) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : real) {
      low = Double.isNaN(value) ? low : Math.min(low, value);
      high = Double.isNaN(value) ? high : Math.max(high, value);
    }
    for (double value : synthetic) {
      if (!Double.isNaN(value)) {
        assertThat(value).isBetween(low, high);
      }
    }
  }

  /** Columns with a share of gaps from none to all, and from one to many different values. */
  private static Table cohort(int rows, int salt) {
    List<Column> columns =
        List.of(
            Column.number("score", 0).between(0.0, 100.0),
            Column.number("ratio", 3).between(-2.0, 2.0),
            Column.number("rare", 1).between(0.0, 1000.0),
            Column.bool("flag"),
            Column.category("level", List.of("D", "C", "B", "A")));
    TableBuilder builder = new TableBuilder(columns);
    double[] gaps = new double[columns.size()];
    RANDOM.uniforms(salt, 1, gaps);
    for (int row = 0; row < rows; row++) {
      double[] u = new double[2 * columns.size()];
      RANDOM.uniforms((long) salt * 1000 + row, 2, u);
      List<Object> cells = new ArrayList<>();
      cells.add(Math.floor(u[0] * (1 + salt % 101)));
      cells.add(Math.rint((4 * u[1] * u[1] - 2) * 1000) / 1000);
      cells.add(u[2] < 0.9 ? 0.0 : Math.rint(u[2] * 10_000) / 10);
      cells.add(u[3] < 0.1 * (salt % 11));
      cells.add(List.of("D", "C", "B", "A").get((int) (u[4] * (1 + salt % 4))));
      for (int c = 0; c < columns.size(); c++) {
        if (u[columns.size() + c] < 1.3 * gaps[c] - 0.15) {
          cells.set(c, null);
        }
      }
      builder.add(cells);
    }
    return builder.build();
  }
}
