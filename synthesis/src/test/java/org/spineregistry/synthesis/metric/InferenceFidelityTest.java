package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.contract.Regression;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

class InferenceFidelityTest {
  private static final Regression BLEEDING =
      new Regression(
          "bleedingPctVisit5", List.of("bleedingPctBaseline", "ageYears", "group", "tobaccoUse"));

  static List<JsonNode> overlaps() {
    return Vectors.cases("ci-overlap.json").toList();
  }

  @ParameterizedTest
  @MethodSource("overlaps")
  void regressionsAgree(JsonNode vector) {
    JsonNode expected = vector.get("expected");
    Table first = rows(vector.get("first"));
    RegressionDesign design = RegressionDesign.of(regression(vector), first);

    assertThat(design.names()).isEqualTo(Vectors.texts(expected.get("terms")));
    assertFit(design.fit(first), expected.get("first"));
    assertFit(design.fit(rows(vector.get("second"))), expected.get("second"));
  }

  @ParameterizedTest
  @MethodSource("overlaps")
  void overlapsAgree(JsonNode vector) {
    JsonNode expected = vector.get("expected");
    RegressionDesign design = RegressionDesign.of(regression(vector), rows(vector.get("first")));
    Estimate[] first = design.fit(rows(vector.get("first"))).estimates();
    Estimate[] second = design.fit(rows(vector.get("second"))).estimates();
    double[] raw = new double[first.length];
    double[] clipped = new double[first.length];
    boolean[] significant = new boolean[first.length];
    for (int j = 0; j < first.length; j++) {
      raw[j] = IntervalOverlap.raw(first[j].interval(), second[j].interval());
      clipped[j] = IntervalOverlap.of(first[j].interval(), second[j].interval());
      significant[j] = first[j].isSignificant();
    }

    near(raw, expected.get("overlapRaw"));
    near(clipped, expected.get("overlap"));
    assertThat(significant).containsExactly(booleans(expected.get("significantInFirst")));
  }

  /** The second group has fewer patients than the first: it is one chunk. */
  @ParameterizedTest
  @MethodSource("overlaps")
  void aReleaseSmallerThanTheCohortIsOneChunk(JsonNode vector) {
    JsonNode expected = vector.get("expected");

    InferenceFidelity fidelity =
        InferenceFidelity.of(
            List.of(regression(vector)), rows(vector.get("first")), rows(vector.get("second")));

    double mean = expected.get("meanOverlapWithoutIntercept").asDouble();
    assertThat(fidelity.meanOverlap()).isCloseTo(mean, relative(mean));
    boolean[] significant = new boolean[fidelity.terms().size()];
    boolean[] kept = new boolean[significant.length];
    for (int j = 0; j < significant.length; j++) {
      significant[j] = fidelity.terms().get(j).significant();
      kept[j] = fidelity.terms().get(j).signKept();
    }
    boolean[] expectedSignificant = booleans(expected.get("significantInFirst"));
    boolean[] expectedKept = booleans(expected.get("signAgrees"));
    assertThat(significant)
        .containsExactly(Arrays.copyOfRange(expectedSignificant, 1, expectedSignificant.length));
    assertThat(kept).containsExactly(Arrays.copyOfRange(expectedKept, 1, expectedKept.length));
    assertThat(fidelity.keepsSignificantSigns()).isTrue();
  }

  /** 80 patients against nine chunks of 80 others; numbers by a separate program in NumPy. */
  @Test
  void chunksAreAveraged() {
    Table cohort = OptData.cohort();

    InferenceFidelity fidelity =
        InferenceFidelity.of(
            List.of(BLEEDING), range(cohort, 0, 80), range(cohort, 80, cohort.rows()));

    assertThat(fidelity.terms().stream().map(CoefficientFidelity::name))
        .containsExactly(
            "bleedingPctVisit5 on bleedingPctBaseline",
            "bleedingPctVisit5 on ageYears",
            "bleedingPctVisit5 on group=T",
            "bleedingPctVisit5 on tobaccoUse=true");
    double[] cohortCoefficients = {0.487799696497, -0.438849401847, -14.7956260512, 6.30841251986};
    double[] releaseCoefficients = {
      0.715099938302, 0.075220914448, -23.8647144587, -0.937345877301
    };
    double[] overlaps = {0.546723222647, 0.666908117115, 0.362660866772, 0.698165235229};
    for (int j = 0; j < overlaps.length; j++) {
      CoefficientFidelity term = fidelity.terms().get(j);
      assertThat(term.cohort()).isCloseTo(cohortCoefficients[j], within(1e-8));
      assertThat(term.release()).isCloseTo(releaseCoefficients[j], within(1e-8));
      assertThat(term.overlap()).isCloseTo(overlaps[j], within(1e-8));
    }
    assertThat(fidelity.meanOverlap())
        .isCloseTo(Arrays.stream(overlaps).average().orElseThrow(), within(1e-8));
  }

  @Test
  void aLostSignIsNamed() {
    Table cohort = OptData.cohort();
    Table treated = OptData.cohort();
    int[] mirrored = treated.codes(treated.indexOf("group"));
    for (int row = 0; row < mirrored.length; row++) {
      mirrored[row] = 1 - mirrored[row];
    }

    InferenceFidelity fidelity =
        InferenceFidelity.of(List.of(BLEEDING), cohort, Tables.replace(treated, "group", mirrored));

    assertThat(fidelity.lostSigns()).containsExactly("bleedingPctVisit5 on group=T");
    assertThat(fidelity.keepsSignificantSigns()).isFalse();
  }

  @Test
  void aLevelThatTheCohortDoesNotHoldHasNoTerm() {
    Table cohort = OptData.cohort();
    int[] controls =
        IntStream.range(0, cohort.rows())
            .filter(row -> cohort.codes(cohort.indexOf("group"))[row] == 0)
            .toArray();

    InferenceFidelity fidelity =
        InferenceFidelity.of(List.of(BLEEDING), cohort.select(controls), cohort);

    assertThat(fidelity.terms().stream().map(CoefficientFidelity::name))
        .hasSize(3)
        .noneMatch(name -> name.contains("group"));
  }

  @Test
  void aTermThatNoChunkCanEstimateHasNoOverlapAndNoSign() {
    Table cohort = OptData.cohort();
    int[] controls =
        IntStream.range(0, cohort.rows())
            .filter(row -> cohort.codes(cohort.indexOf("group"))[row] == 0)
            .toArray();

    CoefficientFidelity group =
        InferenceFidelity.of(List.of(BLEEDING), cohort, cohort.select(controls)).terms().get(2);

    assertThat(group.overlap()).isZero();
    assertThat(group.release()).isNaN();
    assertThat(group.signKept()).isFalse();
  }

  @Test
  void withoutRegressionsThereIsNoOverlap() {
    Table cohort = OptData.cohort();

    assertThat(InferenceFidelity.of(List.of(), cohort, cohort).meanOverlap()).isNaN();
  }

  private static void assertFit(LeastSquares fit, JsonNode expected) {
    assertThat(fit.degreesOfFreedom()).isEqualTo(expected.get("degreesOfFreedom").asInt());
    near(fit.coefficients(), expected.get("coefficients"));
    near(fit.standardErrors(), expected.get("standardErrors"));
    Estimate[] estimates = fit.estimates();
    near(
        Stream.of(estimates).mapToDouble(e -> e.interval().lower()).toArray(),
        expected.get("lower"));
    near(
        Stream.of(estimates).mapToDouble(e -> e.interval().upper()).toArray(),
        expected.get("upper"));
  }

  private static Regression regression(JsonNode vector) {
    List<String> predictors =
        Stream.concat(
                Vectors.stream(vector.get("numeric")).map(JsonNode::asText),
                vector.get("indicators").properties().stream().map(e -> e.getKey()))
            .toList();
    return new Regression(vector.get("target").asText(), predictors);
  }

  private static Table rows(JsonNode filter) {
    String column = filter.fieldNames().next();
    List<String> values = OptData.texts(column);
    List<String> wanted = Vectors.texts(filter.get(column));
    return OptData.cohort()
        .select(
            IntStream.range(0, values.size())
                .filter(row -> wanted.contains(values.get(row)))
                .toArray());
  }

  private static Table range(Table table, int from, int to) {
    return table.select(IntStream.range(from, to).toArray());
  }

  private static boolean[] booleans(JsonNode array) {
    boolean[] values = new boolean[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asBoolean();
    }
    return values;
  }

  private static void near(double[] actual, JsonNode expected) {
    double[] values = Vectors.doubles(expected);
    assertThat(actual).hasSameSizeAs(values);
    for (int i = 0; i < values.length; i++) {
      assertThat(actual[i]).isCloseTo(values[i], relative(values[i]));
    }
  }

  private static Offset<Double> relative(double value) {
    return within(1e-8 * Math.abs(value));
  }
}
