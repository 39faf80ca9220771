package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.DerivedColumns;
import org.spineregistry.synthesis.contract.RowRules;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.survival.CoxModel;
import org.spineregistry.synthesis.survival.KaplanMeier;
import org.spineregistry.synthesis.survival.SurvivalTimes;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.PbcData;

/**
 * The Mayo cohort, 418 patients, with time and status as one variable, and as two columns that know
 * nothing of each other but a correlation.
 */
class RealTimesTest {
  private static final Table COHORT = PbcData.cohort();
  private static final Table PAIRED = release(List.of(PbcData.DEATH));
  private static final Table SEPARATE = release(List.of());

  /** Predictors with a significant hazard ratio of their own, and the platelets. */
  private static final List<String> PREDICTORS =
      List.of("age", "albumin", "bili", "edema", "platelet", "protime");

  /**
   * Largest differences of the curves of censoring, transplantation and death: 0.023, 0.030 and
   * 0.056 as one variable, 0.043, 0.049 and 0.085 as two columns.
   */
  @Test
  void theCurveOfEachStatusSurvives() {
    double[] bounds = {0.035, 0.04, 0.065};
    for (int status = 0; status < bounds.length; status++) {
      double paired = difference(PAIRED, status);

      assertThat(paired).as("status %s", status).isLessThan(bounds[status]);
      assertThat(paired).isLessThan(difference(SEPARATE, status));
    }
  }

  /** 0.99 in the cohort, 0.91 as one variable, 0.81 as two columns. */
  @Test
  void theHazardRatioOfBilirubinSurvives() {
    double real = logBilirubin(COHORT);

    assertThat(real).isCloseTo(0.989, within(0.001));
    assertThat(logBilirubin(PAIRED)).isCloseTo(real, within(0.13));
    assertThat(logBilirubin(SEPARATE)).isLessThan(logBilirubin(PAIRED) - 0.05);
  }

  /**
   * Log hazard ratios of one standard deviation of each predictor's normal score differ by 0.03 on
   * average as one variable, by 0.08 as two columns.
   */
  @Test
  void hazardRatiosSurvive() {
    double paired = 0;
    double separate = 0;
    for (String name : PREDICTORS) {
      double real = logHazard(COHORT, name, score(name));
      paired += Math.abs(logHazard(PAIRED, name, score(name)) - real) / PREDICTORS.size();
      separate += Math.abs(logHazard(SEPARATE, name, score(name)) - real) / PREDICTORS.size();
    }
    assertThat(paired).isLessThan(0.05).isLessThan(separate / 1.5);
  }

  @Test
  void statusesKeepTheirSharesAndNoRowTheLongestTime() {
    double[] shares = {232 / 418.0, 25 / 418.0, 161 / 418.0};
    for (int status = 0; status < shares.length; status++) {
      int which = status;
      long rows = Arrays.stream(PAIRED.numbers(1)).filter(s -> s == which).count();
      assertThat(rows / (double) PAIRED.rows()).isCloseTo(shares[status], within(0.015));
    }
    double[] times = PAIRED.numbers(0);
    assertThat(Arrays.stream(times)).doesNotContain(41.0, 4795.0).allMatch(t -> t >= 0);
  }

  private static double difference(Table rows, int status) {
    TimeToEvent pair = new TimeToEvent("time", "status", Set.of(String.valueOf(status)));
    KaplanMeier real = KaplanMeier.of(SurvivalTimes.of(COHORT, pair));
    return real.largestDifference(KaplanMeier.of(SurvivalTimes.of(rows, pair)));
  }

  private static double logBilirubin(Table rows) {
    return logHazard(rows, "bili", value -> StrictMath.log(Math.max(0.1, value)));
  }

  private static double logHazard(Table rows, String name, DoubleUnaryOperator scale) {
    double[] values = rows.numbers(rows.indexOf(name));
    int[] known =
        IntStream.range(0, values.length).filter(row -> !Double.isNaN(values[row])).toArray();
    double[][] x =
        IntStream.of(known)
            .mapToObj(row -> new double[] {scale.applyAsDouble(values[row])})
            .toArray(double[][]::new);
    return CoxModel.of(SurvivalTimes.of(rows.select(known), PbcData.DEATH), x).coefficients()[0];
  }

  /** Normal quantile of the mid-rank in the cohort. */
  private static DoubleUnaryOperator score(String name) {
    double[] patients =
        Arrays.stream(COHORT.numbers(COHORT.indexOf(name)))
            .filter(value -> !Double.isNaN(value))
            .toArray();
    double n = patients.length;
    return value -> {
      double below = Arrays.stream(patients).filter(other -> other < value).count();
      double upTo = Arrays.stream(patients).filter(other -> other <= value).count();
      double share = (below + upTo) / (2 * n);
      return StandardNormal.quantile(Math.max(0.5 / n, Math.min(1 - 0.5 / n, share)));
    };
  }

  private static Table release(List<TimeToEvent> pairs) {
    Contract contract =
        new Contract(RowRules.none(), DerivedColumns.none(), pairs, List.of(), Map.of());
    return new StepCopula(StepOptions.of(0, 3), contract, Seed.ofHex("3d".repeat(32)))
        .fit(COHORT)
        .sample(10_000, "release")
        .table();
  }
}
