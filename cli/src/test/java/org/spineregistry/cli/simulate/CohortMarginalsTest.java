package org.spineregistry.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.schemas.dictionary.Variable;

/** Shares and means of section 6.2 of the registry reference on 6,000 cases. */
class CohortMarginalsTest {
  private static final Cohort SACROILIAC = Cohort.of("sacroiliac-fusion", 6000);
  private static final Cohort LUMBAR = Cohort.of("lumbar-fusion", 6000);

  @ParameterizedTest
  @CsvSource({
    "sex, FEMALE, 0.71, 0.57",
    "smoking, CURRENT, 0.22, 0.20",
    "smoking, NEVER, 0.50, 0.52",
    "asaClass, 2, 0.58, 0.55",
    "asaClass, 3, 0.26, 0.37",
    "charlsonIndex, 0, 0.62, 0.48",
    "charlsonIndex, 1, 0.22, 0.27",
    "diabetes, true, 0.09, 0.15",
    "opioidUsePreop, NONE, 0.38, 0.45",
    "opioidUsePreop, DAILY, 0.35, 0.28",
    "priorLumbarFusion, true, 0.35, 0.15",
    "side, LEFT, 0.43, 0.44",
    "side, BILATERAL, 0.15, 0.16",
    "clavienDindo90d, 0, 0.88, 0.84",
    "reoperation24m, NONE, 0.95, 0.94",
    "satisfaction24m, 1, 0.60, 0.60",
    "satisfaction24m, 4, 0.06, 0.06"
  })
  void levelsHaveTheStatedShares(String variable, String level, double sij, double lumbar) {
    assertThat(share(SACROILIAC, variable, level)).isCloseTo(sij, within(0.04));
    assertThat(share(LUMBAR, variable, level)).isCloseTo(lumbar, within(0.04));
  }

  @Test
  void lumbarLevelsHaveTheStatedShares() {
    assertThat(share(LUMBAR, "levelsCount", "1")).isCloseTo(0.70, within(0.02));
    assertThat(share(LUMBAR, "levelsCount", "2")).isCloseTo(0.24, within(0.02));
    assertThat(share(LUMBAR, "levelsCount", "3")).isCloseTo(0.05, within(0.01));
  }

  @Test
  void ofThoseImagedTheStatedShareIsFused() {
    Cohort imaged = imaged(SACROILIAC);
    assertThat(share(imaged, "fusionStatus12m", "FUSED")).isCloseTo(0.70, within(0.04));
    assertThat(share(imaged(LUMBAR), "fusionStatus12m", "FUSED")).isCloseTo(0.82, within(0.04));
    assertThat(share(SACROILIAC, "fusionStatus12m", "NOT_IMAGED")).isCloseTo(0.30, within(0.04));
  }

  /** Means and spreads of variables whose range hardly cuts the distribution. */
  @ParameterizedTest
  @CsvSource({
    "ageYears, 52, 12, 62, 10.5, 0.6",
    "bmi, 28.0, 5.5, 29.0, 5.1, 0.3",
    "odiBaseline, 54.5, 13, 48, 16, 0.7",
    "eq5dBaseline, 0.45, 0.20, 0.50, 0.22, 0.02",
    "lengthOfStayDays, 1.7, 1.2, 3.1, 1.7, 0.1"
  })
  void numbersHaveTheStatedMeanAndSpread(
      String variable, double mean, double sd, double lumbarMean, double lumbarSd, double slack) {
    assertThat(SACROILIAC.mean(variable)).isCloseTo(mean, within(slack));
    assertThat(SACROILIAC.sd(variable)).isCloseTo(sd, within(slack));
    assertThat(LUMBAR.mean(variable)).isCloseTo(lumbarMean, within(slack));
    assertThat(LUMBAR.sd(variable)).isCloseTo(lumbarSd, within(slack));
  }

  @Test
  void operationsTakeTheStatedTimeAndBlood() {
    Cohort oneSide = SACROILIAC.where(row -> !row.get("side").equals("BILATERAL"));
    Cohort bothSides = SACROILIAC.where(row -> row.get("side").equals("BILATERAL"));
    assertThat(oneSide.mean("operativeTimeMin")).isCloseTo(59, within(1.0));
    assertThat(oneSide.sd("operativeTimeMin")).isCloseTo(17, within(1.0));
    assertThat(bothSides.mean("operativeTimeMin")).isCloseTo(1.7 * 59, within(4.0));
    assertThat(SACROILIAC.mean("bloodLossMl")).isCloseTo(37, within(1.5));
    Cohort oneLevel = LUMBAR.where(row -> row.get("levelsCount").equals("1"));
    Cohort twoLevels = LUMBAR.where(row -> row.get("levelsCount").equals("2"));
    Cohort open = LUMBAR.where(row -> row.get("approach").equals("OPEN_MIDLINE"));
    assertThat(oneLevel.mean("operativeTimeMin")).isCloseTo(205, within(5.0));
    assertThat(twoLevels.mean("operativeTimeMin")).isCloseTo(1.35 * 205, within(9.0));
    assertThat(open.mean("bloodLossMl")).isCloseTo(1.27 * 220, within(12.0));
  }

  @Test
  void nineInTenDisabilityScoresAreEven() {
    double even =
        SACROILIAC
            .filled("odiBaseline")
            .share(row -> Double.parseDouble(row.get("odiBaseline")) % 2 == 0);
    assertThat(even).isCloseTo(0.92 + 0.08 / 9, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac-fusion", "lumbar-fusion"})
  void gapsHaveTheSharesThatTheSchemaExpects(String campaign) {
    Cohort cohort = campaign.startsWith("sac") ? SACROILIAC : LUMBAR;
    for (Variable variable : cohort.dictionary().variables()) {
      assertThat(cohort.missing(variable.name()))
          .as(variable.name())
          .isCloseTo(variable.missingExpected(), within(0.02));
    }
  }

  @Test
  void thirteenContributorsAtTenSitesSendFallingVolumes() {
    Set<String> sites = new HashSet<>();
    Set<String> contributors = new HashSet<>();
    SACROILIAC.rows().forEach(row -> sites.add(row.get("siteId")));
    SACROILIAC.rows().forEach(row -> contributors.add(row.get("contributorId")));
    assertThat(sites).hasSize(10).allMatch(id -> id.matches("simsite-[a-z0-9]{8}"));
    assertThat(contributors).hasSize(13).allMatch(id -> id.matches("simsurgeon-[a-z0-9]{8}"));
    double largest =
        sites.stream().mapToDouble(id -> share(SACROILIAC, "siteId", id)).max().orElseThrow();
    assertThat(largest).isCloseTo(10.0 / 42, within(0.02));
  }

  private static Cohort imaged(Cohort cohort) {
    return cohort
        .filled("fusionStatus12m")
        .where(row -> !row.get("fusionStatus12m").equals("NOT_IMAGED"));
  }

  private static double share(Cohort cohort, String variable, String level) {
    return cohort.filled(variable).share(row -> row.get(variable).equals(level));
  }
}
