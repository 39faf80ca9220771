package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.Vectors;

class ResidualRiskTest {
  static Stream<JsonNode> cases() {
    return Vectors.cases("residual-risk.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void valueAndIntervalAreReportedByOneEstimator(JsonNode vector) {
    double[] attack = Vectors.doubles(vector.get("attack"));
    double[] control = Vectors.doubles(vector.get("control"));
    JsonNode expected = vector.get("expected");

    ResidualRisk risk = ResidualRisk.of(attack[0], attack[1], control[0], control[1]);

    double[] ends = Vectors.doubles(expected.get("reportedInterval"));
    assertThat(risk.risk()).isCloseTo(expected.get("risk").asDouble(), within(1e-12));
    assertThat(risk.error()).isCloseTo(expected.get("error").asDouble(), within(1e-12));
    assertThat(risk.reported()).isCloseTo(expected.get("reportedRisk").asDouble(), within(1e-12));
    assertThat(risk.interval().lower()).isCloseTo(ends[0], within(1e-12));
    assertThat(risk.interval().upper()).isCloseTo(ends[1], within(1e-12));
    assertThat(risk.reported()).isBetween(risk.interval().lower(), risk.interval().upper());
  }
}
