package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Spearman;
import org.spineregistry.synthesis.testing.Vectors;

class SpearmanMatrixTest {

  @Test
  void agreesWithTheVectorsWhereEnoughRowsHaveBothValues() {
    int compared = 0;
    for (JsonNode given : Vectors.cases("correlation.json").toList()) {
      double[] x = side(given, "x", 0);
      double[] y = side(given, "y", 1);
      JsonNode expected = given.get("expected").get("spearman");
      double r = of(x, y);
      if (expected != null && !expected.isNull() && !Double.isNaN(r)) {
        assertThat(r).isCloseTo(expected.asDouble(), within(1e-12));
        compared++;
      }
    }
    assertThat(compared).isPositive();
  }

  @Test
  void agreesWithRankingEachPairForItself() {
    double[] x = OptData.numbers("bmi");
    double[] y = OptData.numbers("bleedingPctVisit5");

    assertThat(of(x, y)).isCloseTo(Spearman.of(x, y), within(1e-12));
  }

  @Test
  void isNotDefinedOnFewRowsOrAConstant() {
    assertThat(of(new double[19], new double[19])).isNaN();
    assertThat(of(new double[30], new double[30])).isNaN();
  }

  private static double[] side(JsonNode given, String inline, int position) {
    return given.has(inline)
        ? Vectors.doubles(given.get(inline))
        : OptData.numbers(given.get("columns").get(position).asText());
  }

  private static double of(double[] x, double[] y) {
    Table table =
        Table.of(
            List.of(Column.number("x", 9), Column.number("y", 9)),
            List.of(ColumnValues.numbers(x), ColumnValues.numbers(y)));
    return SpearmanMatrix.of(table, List.of(0, 1)).values()[0][1];
  }
}
