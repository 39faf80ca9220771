package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class GowerTest {
  private static final double TOLERANCE = 1e-12;

  static Stream<JsonNode> neighbours() {
    return Stream.of("nearest", "leaveOneOut")
        .flatMap(kind -> Vectors.cases("gower.json", "kind", kind).stream());
  }

  @ParameterizedTest
  @MethodSource("neighbours")
  void findsTheNeighboursOfTheVectors(JsonNode given) {
    Table table = OptData.table(Vectors.texts(given.get("columns")));
    Gower gower = Gower.of(table, all(table));
    EncodedRows queries = gower.encode(table.select(range(given.get("queryRows"))));
    int[] references = range(given.get("referenceRows"));
    boolean self = given.get("kind").asText().equals("leaveOneOut");

    Neighbours found =
        self
            ? gower.nearestOther(gower.encode(table.select(references)))
            : gower.nearest(queries, gower.encode(table.select(references)));

    JsonNode expected = given.get("expected");
    double[] d1 = Vectors.doubles(expected.get("d1"));
    double[] d2 = Vectors.doubles(expected.get("d2"));
    assertThat(Arrays.copyOf(found.first(), d1.length)).containsExactly(d1, within(TOLERANCE));
    assertThat(Arrays.copyOf(found.second(), d2.length)).containsExactly(d2, within(TOLERANCE));
    for (int i = 0; i < d1.length; i++) {
      if (d1[i] < d2[i]) {
        assertThat(references[found.row()[i]]).isEqualTo(expected.get("row1").get(i).asInt());
      }
    }
  }

  @Test
  void closenessAgreesWithTheVector() {
    JsonNode given = Vectors.cases("gower.json", "kind", "closeness").get(0);
    Table table = OptData.table(Vectors.texts(given.get("columns")));
    Gower gower = Gower.of(table, all(table));
    EncodedRows rows = gower.encode(table.select(range(given.get("syntheticRows"))));
    Table members = table.select(range(given.get("trainRows")));
    Table others = table.select(range(given.get("holdoutRows")));

    Closeness closeness = Closeness.of(gower, rows, gower.encode(members), gower.encode(others));

    JsonNode expected = given.get("expected");
    assertThat(closeness.shareMembers())
        .isCloseTo(expected.get("shareTrain").asDouble(), within(TOLERANCE));
    assertThat(closeness.expected())
        .isCloseTo(expected.get("expectedShare").asDouble(), within(TOLERANCE));
    assertThat(closeness.excess()).isCloseTo(expected.get("excess").asDouble(), within(TOLERANCE));
    EncodedRows cohort = gower.encode(Table.concatenate(List.of(members, others)));
    double[] apart = gower.nearestOther(cohort).first();
    assertThat(Closeness.limit(apart))
        .isCloseTo(expected.get("cohortLeaveOneOutP01").asDouble(), within(TOLERANCE));
    assertThat(Quantiles.median(apart))
        .isCloseTo(expected.get("cohortLeaveOneOutMedian").asDouble(), within(TOLERANCE));
    assertThat(Closeness.shareBelowQuantile(gower.nearest(rows, cohort).first(), apart))
        .isEqualTo(expected.get("shareBelowP01").asDouble());
    assertThat(Arrays.stream(apart).filter(distance -> distance == 0).count())
        .isEqualTo(expected.get("cohortExactTwins").asLong());
  }

  @Test
  void leavesOneColumnOutAsADistanceWithoutItWould() {
    Table table = OptData.cohort();
    Table queries = table.select(IntStream.range(0, 40).toArray());
    Table references = table.select(IntStream.range(40, 400).toArray());
    Gower gower = Gower.of(table, all(table));

    int[][] rows =
        Crossing.of(
                gower.encode(queries),
                new boolean[queries.rows()],
                gower.encode(references),
                new int[] {0, 10, 51})
            .without();

    for (int e = 0; e < 3; e++) {
      int left = new int[] {0, 10, 51}[e];
      Gower without = Gower.of(table, all(table).stream().filter(c -> c != left).toList());
      Neighbours found = without.nearest(without.encode(queries), without.encode(references));
      for (int q = 0; q < rows[e].length; q++) {
        if (found.second()[q] - found.first()[q] > 1e-9) { // a tie may fall either way
          assertThat(rows[e][q]).isEqualTo(found.row()[q]);
        }
      }
    }
  }

  @Test
  void theFirstTwoOfManyNearestAreTheNearestTwo() {
    Table table = OptData.cohort();
    Gower gower = Gower.of(table, all(table));
    EncodedRows queries = gower.encode(table.select(IntStream.range(0, 100).toArray()));
    EncodedRows references = gower.encode(table.select(IntStream.range(100, 823).toArray()));

    int[][] rows = gower.kNearest(queries, references, 5);

    Neighbours two = gower.nearest(queries, references);
    for (int q = 0; q < rows.length; q++) {
      assertThat(rows[q]).hasSize(5).doesNotHaveDuplicates();
      assertThat(rows[q][0]).isEqualTo(two.row()[q]);
    }
  }

  private static List<Integer> all(Table table) {
    return IntStream.range(0, table.columns().size()).boxed().toList();
  }

  private static int[] range(JsonNode range) {
    return IntStream.range(range.get(0).asInt(), range.get(1).asInt()).toArray();
  }
}
