package org.spineregistry.synthesis.marginal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class FamilyFitTest {
  static List<JsonNode> columns() {
    return Vectors.cases("marginals-classic.json").toList();
  }

  @ParameterizedTest
  @MethodSource("columns")
  void everyFamilyReachesThePublishedMaximum(JsonNode vector) {
    Sample sample = sample(vector);
    JsonNode families = vector.get("expected").get("families");

    assertThat(sample.size()).isEqualTo(vector.get("expected").get("n").asInt());
    for (Family family : Family.values()) {
      JsonNode expected = families.get(family.label());
      var fitted = FittedMarginal.of(family, sample);
      assertThat(fitted.isPresent()).as(family.label()).isEqualTo(expected != null);
      if (expected != null) {
        check(family, sample, fitted.get(), expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("columns")
  void theSmallestDistanceWins(JsonNode vector) {
    assertThat(FittedMarginal.best(sample(vector)).family().label())
        .isEqualTo(vector.get("expected").get("selected").asText());
  }

  @Test
  void aConstantSampleIsRefused() {
    Sample constant = Sample.of(new double[] {3, 3, 3});

    assertThatThrownBy(() -> FittedMarginal.best(constant)).hasMessageContaining("constant");
    assertThatThrownBy(() -> FittedMarginal.of(Family.NORMAL, constant))
        .hasMessageContaining("constant");
  }

  @Test
  void positiveFamiliesDoNotApplyToZeros() {
    Sample sample = Sample.of(new double[] {0, 1, 2, 5});

    assertThat(FittedMarginal.of(Family.GAMMA, sample)).isEmpty();
    assertThat(FittedMarginal.of(Family.LOG_NORMAL, sample)).isEmpty();
  }

  private static void check(
      Family family, Sample sample, FittedMarginal fitted, JsonNode expected) {
    double logLikelihood = 0;
    for (int i = 0; i < sample.distinct(); i++) {
      logLikelihood += sample.count(i) * fitted.marginal().logDensity(sample.value(i));
    }
    assertThat(logLikelihood)
        .as(family.label() + " log-likelihood")
        .isCloseTo(expected.get("logLikelihood").asDouble(), within(1e-4));
    assertThat(fitted.ks())
        .as(family.label() + " distance")
        .isCloseTo(expected.get("ks").asDouble(), within(1e-5));
    if (!expected.path("atBoundary").asBoolean(false)) {
      parameters(fitted.marginal())
          .forEach(
              (name, value) -> {
                double published = expected.get(name).asDouble();
                assertThat(value)
                    .as(family.label() + " " + name)
                    .isCloseTo(published, within(1e-4 * Math.abs(published)));
              });
    }
  }

  private static Map<String, Double> parameters(Marginal marginal) {
    if (marginal instanceof NormalMarginal m) {
      return Map.of("mean", m.mean(), "sd", m.sd());
    }
    if (marginal instanceof BetaMarginal m) {
      return Map.of(
          "alpha", m.alpha(), "beta", m.beta(), "lower", m.lowerEnd(), "upper", m.upperEnd());
    }
    if (marginal instanceof GammaMarginal m) {
      return Map.of("shape", m.shape(), "scale", m.scale());
    }
    if (marginal instanceof TruncatedNormalMarginal m) {
      return Map.of(
          "location", m.location(), "scale", m.scale(), "lower", m.lower(), "upper", m.upper());
    }
    if (marginal instanceof StudentTMarginal m) {
      return Map.of(
          "location", m.location(), "scale", m.scale(), "degreesOfFreedom", m.degreesOfFreedom());
    }
    if (marginal instanceof LogNormalMarginal m) {
      return Map.of("meanLog", m.meanLog(), "sdLog", m.sdLog());
    }
    UniformMarginal m = (UniformMarginal) marginal;
    return Map.of("lower", m.lower(), "upper", m.upper());
  }

  private static Sample sample(JsonNode vector) {
    double[] values = OptData.numbers(vector.get("column").asText());
    return Sample.of(Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray());
  }
}
