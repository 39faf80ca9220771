package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.model.SampledRows;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptContract;
import org.spineregistry.synthesis.testing.OptData;

/** Rows of a subgroup against the patients of that subgroup, on the real cohort. */
class RealConditionsTest {
  private static final Table COHORT = OptData.cohort();
  private static final StepModel MODEL =
      new StepCopula(StepOptions.of(0, 3), OptContract.of(COHORT), Seed.ofHex("07".repeat(32)))
          .fit(COHORT);
  private static final int FEWEST = 30;

  /**
   * 107 patients. The means of 34 columns differ by 0.07 standard deviations on average and by 0.17
   * at most, where the mean of 107 patients itself has a standard error of 0.1; those of a free
   * sample by 0.36, the age by 2.5.
   */
  @Test
  void meansAreThoseOfTheSubgroup() {
    SampledRows sampled = sample("group=T,ageYears>=30", 4_000);
    Table patients = patients(30, "T");

    int group = COHORT.indexOf("group");
    int age = COHORT.indexOf("ageYears");
    assertThat(sampled.table().codes(group)).containsOnly(COHORT.levels(group).indexOf("T"));
    assertThat(Arrays.stream(sampled.table().numbers(age)).min().orElseThrow()).isEqualTo(30);
    assertThat(sampled.acceptance().rates().get("ALL")).isGreaterThan(0.9);
    double[] shifts = shifts(patients, sampled.table());
    double[] free = shifts(patients, MODEL.sample(4_000, "free").table());
    assertThat(shifts).hasSize(34);
    assertThat(mean(shifts)).isLessThan(0.1).isLessThan(mean(free) / 3);
    assertThat(Arrays.stream(shifts).max().orElseThrow()).isLessThan(0.25);
  }

  /**
   * The tails of 20 patients of every number column: between 0.69 and 1 of the draws become rows,
   * so that refusing a model below one half leaves conditions room.
   */
  @Test
  void tailsKeepMostOfTheDraws() {
    for (Column column : COHORT.columns()) {
      if (column.isNumber()) {
        double[] sorted = known(COHORT.numbers(COHORT.indexOf(column.name())));
        Arrays.sort(sorted);
        for (String tail : List.of("<=" + sorted[19], ">=" + sorted[sorted.length - 20])) {
          Map<String, Double> rates = sample(column.name() + tail, 200).acceptance().rates();

          assertThat(rates.get("ALL")).as(column.name()).isGreaterThan(0.55);
        }
      }
    }
  }

  /** Skip patterns and drop-out: the rows have the visit, the pregnancy, the treatment. */
  @Test
  void aFixedCellIsPresentWhateverWouldTakeItAway() {
    for (String name : List.of("previousPregnancies", "treatmentHours", "bleedingPctVisit5")) {
      SampledRows sampled = sample(name + ">=1", 500);

      assertThat(sampled.table().missing(COHORT.indexOf(name))).isZero();
      assertThat(sampled.acceptance().rates().get("ALL")).isGreaterThan(0.8);
    }
  }

  @Test
  void armsAreBalancedWithinASubgroup() {
    Conditions smokers = MODEL.conditions("tobaccoUse=true", Set.of());
    Table rows = MODEL.balanced(121, "trial", "group", smokers).table();

    int[] groups = rows.codes(COHORT.indexOf("group"));
    assertThat(Arrays.stream(groups).filter(code -> code == 0)).hasSize(61);
    assertThat(groups).isSorted();
    assertThat(rows.codes(COHORT.indexOf("tobaccoUse"))).containsOnly(1);
  }

  @Test
  void theDerivedFlagCannotBeFixed() {
    assertThatThrownBy(() -> sample("endedBefore37Weeks=true,site=MN,ageYears>=90", 1))
        .hasMessage(
            "endedBefore37Weeks: a derived column cannot be fixed; "
                + "site: a header column cannot be fixed");
  }

  private static SampledRows sample(String text, int rows) {
    Conditions conditions = MODEL.conditions(text, Set.of("caseNumber", "site"));
    return MODEL.sample(rows, "subgroup", conditions);
  }

  private static Table patients(double fromAge, String group) {
    double[] ages = COHORT.numbers(COHORT.indexOf("ageYears"));
    int column = COHORT.indexOf("group");
    int code = COHORT.levels(column).indexOf(group);
    int[] codes = COHORT.codes(column);
    return COHORT.select(
        IntStream.range(0, ages.length)
            .filter(row -> codes[row] == code && ages[row] >= fromAge)
            .toArray());
  }

  /** Differences of the means of each number column, in standard deviations of the patients. */
  private static double[] shifts(Table patients, Table rows) {
    return IntStream.range(0, COHORT.columns().size())
        .filter(c -> COHORT.columns().get(c).isNumber())
        .filter(c -> patients.rows() - patients.missing(c) >= FEWEST)
        .mapToDouble(
            c -> {
              double[] real = known(patients.numbers(c));
              double[] synthetic = known(rows.numbers(c));
              double mean = mean(real);
              double squares = Arrays.stream(real).map(v -> (v - mean) * (v - mean)).sum();
              return Math.abs(mean(synthetic) - mean) / Math.sqrt(squares / real.length);
            })
        .toArray();
  }

  private static double[] known(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
