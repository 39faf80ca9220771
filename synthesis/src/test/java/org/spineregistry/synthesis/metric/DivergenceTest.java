package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class DivergenceTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);

  static List<JsonNode> counts() {
    return Vectors.cases("jsd.json", "kind", "counts");
  }

  static List<JsonNode> numbers() {
    return Vectors.cases("jsd.json", "kind", "numeric");
  }

  static List<JsonNode> categories() {
    return Vectors.cases("jsd.json", "kind", "categorical");
  }

  @ParameterizedTest
  @MethodSource("counts")
  void ofCounts(JsonNode vector) {
    check(
        Divergence.ofCounts(longs(vector.get("first")), longs(vector.get("second"))),
        vector.get("expected"));
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void ofNumbersInBinsOfTheReference(JsonNode vector) {
    String column = vector.get("column").asText();
    double[] reference = OptData.numbers(column, vector.get("referenceFilter"));
    double[] other = OptData.numbers(column, vector.get("otherFilter"));
    JsonNode expected = vector.get("expected");

    double[] edges = Divergence.edges(reference);

    assertThat(edges).containsExactly(Vectors.doubles(expected.get("edges")), TOLERANCE);
    assertThat(Divergence.counts(reference, edges))
        .containsExactly(longs(expected.get("referenceCounts")));
    assertThat(Divergence.counts(other, edges)).containsExactly(longs(expected.get("otherCounts")));
    check(Divergence.ofNumbers(reference, other), expected);
  }

  @ParameterizedTest
  @MethodSource("categories")
  void ofCategoryCodes(JsonNode vector) {
    Table table = OptData.table(List.of(vector.get("column").asText()));
    Table reference = table.select(OptData.rowsWith(vector.get("referenceFilter")));
    Table other = table.select(OptData.rowsWith(vector.get("otherFilter")));

    check(
        Divergence.ofCodes(reference.codes(0), other.codes(0), table.levels(0).size()),
        vector.get("expected"));
  }

  @Test
  void anEmptySampleHasNoDivergence() {
    assertThatThrownBy(() -> Divergence.ofCounts(new long[] {0, 0}, new long[] {1, 2}))
        .hasMessageContaining("at least one value");
  }

  private static void check(Divergence divergence, JsonNode expected) {
    assertThat(divergence.bits()).isCloseTo(expected.get("divergenceBits").asDouble(), TOLERANCE);
    assertThat(divergence.bias()).isCloseTo(expected.get("bias").asDouble(), TOLERANCE);
    assertThat(divergence.corrected()).isCloseTo(expected.get("corrected").asDouble(), TOLERANCE);
    assertThat(divergence.totalVariation())
        .isCloseTo(expected.get("totalVariation").asDouble(), TOLERANCE);
  }

  private static long[] longs(JsonNode array) {
    return Arrays.stream(Vectors.doubles(array)).mapToLong(value -> (long) value).toArray();
  }
}
