package org.spineregistry.anchor.reward.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.anchor.reward.Contribution;

class ContributionsFileTest {
  private static final String CYCLE = "0a6ff03a-9a4c-5ea4-9d5c-8f3c5b5f1c11";

  /** As certification-streams writes it. */
  private static final String GOOD =
      """
      {"format":"spine-contributions/1","cycleId":"0a6ff03a-9a4c-5ea4-9d5c-8f3c5b5f1c11","campaignId":"periodontal","cases":2}
      {"ordinal":1,"caseId":"8f14e45f-ceea-467f-a2a3-000000000001","contributorId":"principal-9wd4hm","revision":1,"windows":["visit3","visit5"]}
      {"ordinal":4,"caseId":"8f14e45f-ceea-467f-a2a3-000000000004","contributorId":"principal-k2x7fr","revision":2,"windows":[]}
      """;

  @Test
  void readsWhoContributedWhat() {
    assertThat(read(GOOD))
        .containsExactly(
            new Contribution(
                1,
                "8f14e45f-ceea-467f-a2a3-000000000001",
                "principal-9wd4hm",
                1,
                Set.of("visit3", "visit5")),
            new Contribution(
                4, "8f14e45f-ceea-467f-a2a3-000000000004", "principal-k2x7fr", 2, Set.of()));
  }

  @Test
  void anEmptyCohortIsLegal() {
    assertThat(read(GOOD.lines().findFirst().orElseThrow().replace("\"cases\":2", "\"cases\":0")))
        .isEmpty();
  }

  @Test
  void aLaterWriterMayAddFields() {
    assertThat(read(GOOD.replace("\"revision\":1", "\"revision\":1,\"site\":\"a\""))).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "spine-contributions/1;spine-contributions/2;FORMAT",
        "\"campaignId\":\"periodontal\";\"campaignId\":\"lumbar-fusion\";OTHER_CYCLE",
        "0a6ff03a;1a6ff03a;OTHER_CYCLE",
        ",\"cases\":2;;HEAD",
        "\"cases\":2;\"cases\":3;CASES_MISSING",
        "\"ordinal\":4;\"ordinal\":1;ORDER",
        "\"ordinal\":1;\"ordinal\":0;ORDER",
        "\"ordinal\":4,;;LINE",
        "000000000004;000000000001;CASE_TWICE",
        "principal-k2x7fr;a|b;LINE",
        "principal-k2x7fr;a/b;LINE",
        "\"revision\":2,;;LINE",
        "\"windows\":[];\"windows\":null;LINE",
        "\"visit5\";\"visit3\";WINDOW_TWICE",
        "\"visit5\";null;LINE",
        "\"windows\":[]};\"windows\":[];NOT_JSON_LINES",
        "\"ordinal\":4;\"ordinal\":\"four\";NOT_JSON_LINES",
      })
  void saysByACodeWhyNoPayoutMayRestOnIt(String from, String to, String code) {
    String changed = GOOD.replace(from, to == null ? "" : to);

    ContributionsProblem problem =
        catchThrowableOfType(ContributionsProblem.class, () -> read(changed));

    assertThat(problem.code()).isEqualTo("CONTRIBUTIONS_" + code);
    assertThat(problem.getMessage()).doesNotContain("principal");
  }

  @Test
  void anEmptyFileIsRefused() {
    assertThat(catchThrowableOfType(ContributionsProblem.class, () -> read("")).code())
        .isEqualTo("CONTRIBUTIONS_EMPTY");
  }

  private static List<Contribution> read(String text) {
    return ContributionsFile.read(text.getBytes(StandardCharsets.UTF_8), CYCLE, "periodontal");
  }
}
