package org.spineregistry.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.rules.CaseChecks;

/** The intake's own checks on simulated cases. */
class CohortRulesTest {
  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac-fusion", "lumbar-fusion"})
  void noCaseIsRejectedAndAboutThirteenPercentAreQueried(String campaign) {
    Cohort cohort = Cohort.of(campaign, 6000);
    CaseReader reader = new CaseReader(cohort.dictionary());
    CaseChecks checks = CaseChecks.of(cohort.dictionary());

    List<List<Finding>> findings =
        cohort.rows().stream().map(row -> checks.check(reader.csv(row))).toList();

    assertThat(findings).allSatisfy(of -> assertThat(of).noneMatch(Finding::rejects));
    double queried =
        (double) findings.stream().filter(of -> !of.isEmpty()).count() / cohort.rows().size();
    assertThat(queried).isCloseTo(0.13, within(0.02));
  }

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac-fusion", "lumbar-fusion"})
  void whoDiedHasNoFollowUpAndEveryGapHasAReason(String campaign) {
    Cohort cohort = Cohort.of(campaign, 6000);
    Cohort died = cohort.where(row -> row.get("clavienDindo90d").equals("5"));
    assertThat(died.rows()).isNotEmpty();
    assertThat(died.rows())
        .allSatisfy(
            row -> {
              assertThat(row).containsEntry("odi12m", "").containsEntry("reoperation24m", "");
              assertThat(row).containsEntry("odi12m.missing", "DECEASED");
            });
    assertThat(cohort.rows()).allSatisfy(CohortRulesTest::hasValueOrReason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac-fusion", "lumbar-fusion"})
  void lossesAreHalfForGoodAndPairsOfScoresGoTogether(String campaign) {
    Cohort cohort = Cohort.of(campaign, 6000);
    assertThat(cohort.share(row -> row.get("odi24m.missing").equals("LOST_TO_FOLLOW_UP")))
        .isCloseTo(0.20, within(0.02));
    assertThat(cohort.share(row -> row.get("odi3m.missing").equals("LOST_TO_FOLLOW_UP")))
        .isCloseTo(0.03, within(0.01));
    assertThat(cohort.rows())
        .allSatisfy(
            row -> {
              for (String window : Outcomes.WINDOWS) {
                assertThat(row.get("odi" + window).isEmpty())
                    .isEqualTo(row.get("vasBack" + window).isEmpty());
              }
            });
    Set<String> afterLoss =
        cohort.where(row -> row.get("odi6m.missing").equals("LOST_TO_FOLLOW_UP")).rows().stream()
            .map(row -> row.get("odi12m.missing"))
            .collect(Collectors.toSet());
    assertThat(afterLoss).containsExactly("LOST_TO_FOLLOW_UP");
  }

  private static void hasValueOrReason(Map<String, String> row) {
    row.forEach(
        (column, reason) -> {
          if (column.endsWith(".missing")) {
            String value = row.get(column.substring(0, column.length() - ".missing".length()));
            assertThat(value.isEmpty()).isEqualTo(!reason.isEmpty());
          }
        });
  }
}
