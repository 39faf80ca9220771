package org.spineregistry.synthesis.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.testing.Vectors;

class VerdictTest {
  static List<JsonNode> atMost() {
    return Vectors.cases("verdicts.json", "kind", "atMost");
  }

  static List<JsonNode> atLeast() {
    return Vectors.cases("verdicts.json", "kind", "atLeast");
  }

  static List<JsonNode> overall() {
    return Vectors.cases("verdicts.json", "kind", "overall");
  }

  @ParameterizedTest
  @MethodSource("atMost")
  void theWholeIntervalMustStayBelow(JsonNode vector) {
    assertThat(Verdict.atMost(interval(vector), vector.get("bound").asDouble()))
        .hasToString(vector.get("expected").asText());
  }

  @ParameterizedTest
  @MethodSource("atLeast")
  void theWholeIntervalMustStayAbove(JsonNode vector) {
    assertThat(Verdict.atLeast(interval(vector), vector.get("bound").asDouble()))
        .hasToString(vector.get("expected").asText());
  }

  @ParameterizedTest
  @MethodSource("overall")
  void everyDecidingGateMustPass(JsonNode vector) {
    List<GateResult> gates = Vectors.stream(vector.get("gates")).map(VerdictTest::gate).toList();

    assertThat(OverallVerdict.of(gates, vector.get("controlsCaught").asBoolean()))
        .hasToString(vector.get("expected").asText());
  }

  @Test
  void withoutADecidingGateNothingIsCertified() {
    GateResult shown = GateResult.reported("F6", "detection", 0.9, null, "");

    assertThat(OverallVerdict.of(List.of(shown), true)).isEqualTo(OverallVerdict.REFUSED);
    assertThat(OverallVerdict.of(List.of(), true)).isEqualTo(OverallVerdict.REFUSED);
  }

  @Test
  void aBoundThatMustBeExceededIsNotMetByEquality() {
    assertThat(Verdict.above(0.0501, 0.05)).isEqualTo(Verdict.PASS);
    assertThat(Verdict.above(0.05, 0.05)).isEqualTo(Verdict.FAIL);
    assertThat(Verdict.above(Double.NaN, 0.05)).isEqualTo(Verdict.NOT_CERTIFIABLE);
  }

  @Test
  void aValueThatIsNotDefinedIsNullAndDoesNotPass() {
    GateResult gate = GateResult.above("x", "title", Double.NaN, 0.05, "no numeric column");

    assertThat(gate.value()).isNull();
    assertThat(gate.verdict()).isEqualTo(Verdict.NOT_CERTIFIABLE);
    assertThat(OverallVerdict.of(List.of(gate), true)).isEqualTo(OverallVerdict.REFUSED);
  }

  @Test
  void onlyAGateWithoutABoundIsReported() {
    assertThatThrownBy(
            () ->
                new GateResult(
                    "x", "t", 1.0, 0.5, Direction.ABOVE, Verdict.REPORTED, null, "detail"))
        .hasMessageContaining("without a bound");
    assertThatThrownBy(
            () ->
                new GateResult(
                    "x", "t", 1.0, null, Direction.REPORTED, Verdict.PASS, null, "detail"))
        .hasMessageContaining("without a bound");
  }

  private static GateResult gate(JsonNode gate) {
    String id = gate.get("id").asText();
    Verdict verdict = Verdict.valueOf(gate.get("verdict").asText());
    return gate.get("deciding").asBoolean()
        ? new GateResult(id, id, 0.0, 0.0, Direction.AT_MOST, verdict, null, "")
        : GateResult.reported(id, id, 0.0, null, "");
  }

  private static Interval interval(JsonNode vector) {
    double[] ends = Vectors.doubles(vector.get("ci95"));
    return new Interval(ends[0], ends[1]);
  }
}
