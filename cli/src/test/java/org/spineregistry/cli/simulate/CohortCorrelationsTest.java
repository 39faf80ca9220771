package org.spineregistry.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures that the registry reference states for 6,000 cases, within its tolerance of 0.04. */
class CohortCorrelationsTest {
  private static final Cohort SACROILIAC = Cohort.of("sacroiliac-fusion", 6000);
  private static final Cohort LUMBAR = Cohort.of("lumbar-fusion", 6000);

  @ParameterizedTest
  @CsvSource({
    "odiBaseline, vasBackBaseline, 0.43",
    "odiBaseline, eq5dBaseline, -0.55",
    "odiBaseline, odi12m, 0.32",
    "odi6m, odi12m, 0.77",
    "odi3m, odi24m, 0.70",
    "odi12m, vasBack12m, 0.75",
    "odi12m, eq5d12m, -0.70",
    "operativeTimeMin, lengthOfStayDays, 0.29",
    "ageYears, charlsonIndex, 0.36"
  })
  void scoresDependOnEachOtherAsStated(String one, String other, double stated) {
    assertThat(SACROILIAC.correlation(one, other)).isCloseTo(stated, within(0.04));
    assertThat(LUMBAR.correlation(one, other)).isCloseTo(stated, within(0.04));
  }

  /**
   * Both sides or further levels take longer without more blood, which dilutes the figure over all
   * operations.
   */
  @Test
  void longOperationsOfOneKindLoseMoreBlood() {
    Cohort oneSide = SACROILIAC.where(row -> !row.get("side").equals("BILATERAL"));
    Cohort oneLevel =
        LUMBAR.where(
            row ->
                row.get("levelsCount").equals("1") && row.get("approach").equals("OPEN_MIDLINE"));
    assertThat(oneSide.rankCorrelation("operativeTimeMin", "bloodLossMl"))
        .isCloseTo(0.56, within(0.04));
    assertThat(oneLevel.rankCorrelation("operativeTimeMin", "bloodLossMl"))
        .isCloseTo(0.56, within(0.04));
  }

  @Test
  void disabilityAfterAYearIsAsStated() {
    assertThat(SACROILIAC.mean("odi12m")).isCloseTo(31, within(1.0));
    assertThat(SACROILIAC.sd("odi12m")).isCloseTo(17, within(1.0));
    assertThat(LUMBAR.mean("odi12m")).isCloseTo(26.5, within(1.0));
    assertThat(LUMBAR.sd("odi12m")).isCloseTo(15, within(1.0));
  }

  @Test
  void twoThirdsGainFifteenPoints() {
    assertThat(gained(SACROILIAC)).isCloseTo(0.68, within(0.04));
    assertThat(gained(LUMBAR)).isCloseTo(0.64, within(0.04));
  }

  private static double gained(Cohort cohort) {
    return cohort
        .filled("odiBaseline")
        .filled("odi12m")
        .share(
            row ->
                Double.parseDouble(row.get("odiBaseline")) - Double.parseDouble(row.get("odi12m"))
                    >= 15);
  }
}
