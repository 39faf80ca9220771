package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class AucTest {
  static List<JsonNode> scores() {
    return Vectors.cases("auc.json").toList();
  }

  @ParameterizedTest
  @MethodSource("scores")
  void ofScoresWithTiesAndWeights(JsonNode vector) {
    double[] positive = scores(vector, "positive");
    double[] negative = scores(vector, "negative");
    double[] all = DoubleStream.concat(of(positive), of(negative)).toArray();
    boolean[] labels = new boolean[all.length];
    IntStream.range(0, positive.length).forEach(i -> labels[i] = true);
    Auc auc = new Auc(all, labels);
    double expected = vector.get("expected").get("auc").asDouble();

    double value = vector.has("positiveWeights") ? auc.value(weights(vector)) : auc.value();

    assertThat(value).isCloseTo(expected, within(1e-12));
  }

  @Test
  void oneClassOnlyHasNoAuc() {
    assertThat(new Auc(new double[] {1, 2}, new boolean[] {true, true}).value()).isNaN();
  }

  private static DoubleStream of(double[] values) {
    return DoubleStream.of(values);
  }

  private static int[] weights(JsonNode vector) {
    List<Integer> weights = new ArrayList<>();
    vector.get("positiveWeights").forEach(w -> weights.add(w.asInt()));
    vector.get("negativeWeights").forEach(w -> weights.add(w.asInt()));
    return weights.stream().mapToInt(w -> w).toArray();
  }

  private static double[] scores(JsonNode vector, String side) {
    if (vector.has(side)) {
      return Vectors.doubles(vector.get(side));
    }
    double[] scores = OptData.numbers(vector.get("score").asText());
    List<String> labels = OptData.texts(vector.get("label").asText());
    String level = vector.get(side + "Level").asText();
    return IntStream.range(0, scores.length)
        .filter(row -> level.equals(labels.get(row)) && !Double.isNaN(scores[row]))
        .mapToDouble(row -> scores[row])
        .toArray();
  }
}
