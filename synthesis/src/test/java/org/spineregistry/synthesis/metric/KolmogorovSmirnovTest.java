package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class KolmogorovSmirnovTest {
  static List<JsonNode> samples() {
    return Vectors.cases("ks.json").toList();
  }

  static List<JsonNode> tiedSamples() {
    return Vectors.stream(Vectors.read("ks-two-sample.json").get("vectors")).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void statisticAndExactProbabilityAgree(JsonNode vector) {
    double[] first = sample(vector, "first");
    double[] second = sample(vector, "second");
    JsonNode expected = vector.get("expected");

    KolmogorovSmirnov ks = KolmogorovSmirnov.of(first, second);

    assertThat(ks.n1()).isEqualTo(expected.get("n1").asInt());
    assertThat(ks.n2()).isEqualTo(expected.get("n2").asInt());
    assertThat(ks.d()).isCloseTo(expected.get("d").asDouble(), within(1e-12));
    assertThat(ks.plus()).isCloseTo(expected.get("dPlus").asDouble(), within(1e-12));
    assertThat(ks.minus()).isCloseTo(expected.get("dMinus").asDouble(), within(1e-12));
    double exact = expected.get("pExact").asDouble();
    assertThat(ks.exact()).isCloseTo(exact, within(1e-9 * exact));
    assertThat(KolmogorovSmirnov.pValue(first, second)).isEqualTo(ks.exact());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void oneSampleDistributionAtTheRoundedSizeAgrees(JsonNode vector) {
    double expected = vector.get("expected").get("pOneSampleRounded").asDouble();

    double p =
        KolmogorovSmirnov.oneSampleRounded(sample(vector, "first"), sample(vector, "second"));

    assertThat(p).isCloseTo(expected, within(1e-6 * expected + 1e-300));
  }

  @ParameterizedTest
  @MethodSource("tiedSamples")
  void exactProbabilityIsThatOfUntiedValues(JsonNode vector) {
    double[] x = Vectors.doubles(vector.get("input").get("x"));
    double[] y = Vectors.doubles(vector.get("input").get("y"));
    JsonNode expected = vector.get("expected");

    assertThat(KolmogorovSmirnov.of(x, y).d())
        .isCloseTo(expected.get("d").asDouble(), within(1e-9));
    assertThat(KolmogorovSmirnov.pValue(x, y))
        .isCloseTo(expected.get("pExactNoTies").asDouble(), within(1e-9));
    assertThat(KolmogorovSmirnov.pValue(y, x))
        .isCloseTo(expected.get("pExactNoTies").asDouble(), within(1e-9));
  }

  @Test
  void aboveTenThousandValuesTheExactPathIsLeft() {
    double[] large =
        IntStream.range(0, KolmogorovSmirnov.EXACT_UP_TO + 1).asDoubleStream().toArray();
    double[] small = {10, 4000, 9000};

    assertThat(KolmogorovSmirnov.pValue(large, small))
        .isEqualTo(KolmogorovSmirnov.oneSampleRounded(large, small))
        .isNotEqualTo(KolmogorovSmirnov.of(large, small).exact());
  }

  private static double[] sample(JsonNode vector, String which) {
    return vector.has(which)
        ? Vectors.doubles(vector.get(which))
        : OptData.numbers(vector.get("column").asText(), vector.get(which + "Filter"));
  }
}
