package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class KMapTest {
  static Stream<JsonNode> cases() {
    return Vectors.cases("k-anonymity.json", "kind", "kMap").stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheVectors(JsonNode given) {
    List<String> names = new ArrayList<>();
    Map<String, List<Double>> cuts = new HashMap<>();
    for (JsonNode quasi : given.get("quasiIdentifiers")) {
      names.add(quasi.isObject() ? quasi.get("column").asText() : quasi.asText());
      if (quasi.isObject()) {
        int band = quasi.get("band").asInt();
        cuts.put(
            quasi.get("column").asText(),
            IntStream.range(1, 30).mapToObj(i -> (double) (i * band)).toList());
      }
    }
    Table all = OptData.table(names);
    List<Integer> columns = IntStream.range(0, names.size()).boxed().toList();
    Table real = all.select(OptData.rowsWith(given.get("realFilter")));
    Table synthetic = all.select(OptData.rowsWith(given.get("syntheticFilter")));

    int[] counts = KMap.of(real, columns, cuts).counts(synthetic);

    JsonNode expected = given.get("expected");
    assertThat(counts).hasSize(expected.get("syntheticRows").asInt());
    assertThat(Arrays.stream(counts).filter(count -> count == 0).count())
        .isEqualTo(expected.get("matchesNobody").asLong());
    assertThat(Arrays.stream(counts).filter(count -> count > 0 && count < 5).count())
        .isEqualTo(expected.get("matches1to4").asLong());
    assertThat(Arrays.stream(counts).filter(count -> count >= 5).count())
        .isEqualTo(expected.get("matches5orMore").asLong());
    assertThat(Arrays.stream(counts).filter(count -> count > 0).min().orElseThrow())
        .isEqualTo(expected.get("smallestPositive").asInt());
  }
}
