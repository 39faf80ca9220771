package org.spineregistry.synthesis.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class LatentCorrelationVectorTest {
  private static final Offset<Double> TOLERANCE = within(1e-9);

  static Stream<JsonNode> cases() {
    return Vectors.cases("latent-correlation.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithTheVectors(JsonNode given) {
    JsonNode expected = given.get("expected");
    List<ScoredColumn> columns = new ArrayList<>();
    for (int side = 0; side < 2; side++) {
      String name = given.get("columns").get(side).asText();
      Stepped column = stepped(name, given.get("orders"));
      columns.add(ScoredColumn.of(column.steps(), column.step()));
      assertThat(column.steps().resolution())
          .isCloseTo(expected.get("a").get(side).asDouble(), TOLERANCE);
      double[] hermite = Vectors.doubles(expected.get("hermite1to6").get(side));
      for (int m = 0; m < hermite.length; m++) {
        assertThat(column.steps().hermite()[m]).isCloseTo(hermite[m], TOLERANCE);
      }
      steps(column.steps(), expected.path(side == 0 ? "first" : "second"));
    }
    PairEvidence evidence = PairEvidence.of(columns.get(0), columns.get(1));

    assertThat(evidence.rows()).isEqualTo(expected.get("pairs").asInt());
    assertThat(evidence.correlation())
        .isCloseTo(expected.get("scoreCorrelation").asDouble(), TOLERANCE);
    assertThat(evidence.strength()).isCloseTo(expected.get("t").asDouble(), within(1e-8));
    double latent = evidence.latent(columns.get(0), columns.get(1));
    assertThat(latent).isCloseTo(expected.get("latent").asDouble(), TOLERANCE);
    if (expected.has("latentByRectangles")) {
      assertThat(latent).isCloseTo(expected.get("latentByRectangles").asDouble(), within(0.002));
    }
  }

  private static void steps(Steps steps, JsonNode expected) {
    if (expected.isMissingNode()) {
      return;
    }
    double[] scores = Vectors.doubles(expected.get("scores"));
    for (int k = 0; k < scores.length; k++) {
      assertThat(steps.scores()[k]).isCloseTo(scores[k], TOLERANCE);
    }
    double[] edges = Vectors.doubles(expected.get("edges"));
    for (int k = 0; k < steps.edges().length; k++) {
      assertThat(steps.edges()[k]).isCloseTo(edges[k + 1], TOLERANCE);
    }
  }

  private record Stepped(Steps steps, int[] step) {}

  private static Stepped stepped(String name, JsonNode orders) {
    List<String> texts = OptData.texts(name);
    List<String> order =
        orders.has(name)
            ? Vectors.texts(orders.get(name))
            : texts.stream()
                .filter(Objects::nonNull)
                .distinct()
                .sorted((a, b) -> Double.compare(Double.parseDouble(a), Double.parseDouble(b)))
                .toList();
    int[] step = texts.stream().mapToInt(text -> text == null ? -1 : order.indexOf(text)).toArray();
    int[] counts =
        IntStream.range(0, order.size())
            .map(k -> (int) IntStream.of(step).filter(s -> s == k).count())
            .toArray();
    return new Stepped(Steps.of(counts), step);
  }
}
