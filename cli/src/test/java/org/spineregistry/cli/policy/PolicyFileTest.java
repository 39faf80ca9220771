package org.spineregistry.cli.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.event.CertificationPolicy;

class PolicyFileTest {
  static final String GOOD =
      """
      {"campaignId": "sacroiliac-fusion", "version": 1, "thresholds": [125, 370],
       "growthFactor": 1.5, "profile": "published-2026",
       "datasetSizes": [100, 1000, 10000], "auditRepeats": 2}
      """;

  @Test
  void aGoodFileBecomesTheEvent() {
    CertificationPolicy policy = read(GOOD);
    assertThat(policy.getCampaignId()).isEqualTo("sacroiliac-fusion");
    assertThat(policy.getThresholds()).containsExactly(125L, 370L);
    assertThat(policy.getGrowthFactor()).isEqualTo("1.5");
    assertThat(policy.getDatasetSizes()).containsExactly(100, 1000, 10000);
    assertThat(read(GOOD.replace("1.5", "null")).getGrowthFactor()).isNull();
    assertThat(read(GOOD.replace("1.5", "\"1.25\"")).getGrowthFactor()).isEqualTo("1.25");
  }

  @Test
  void everyProblemIsToldAtOnce() {
    String bad =
        """
        {"campaignId": "hip", "version": 0, "thresholds": [370, 125], "growthFactor": 1,
         "profile": "Best Ever", "datasetSizes": [], "thresold": 3}
        """;
    assertThat(problems(bad))
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactlyInAnyOrder(
            "thresold",
            "campaignId",
            "version",
            "thresholds",
            "growthFactor",
            "profile",
            "datasetSizes",
            "auditRepeats");
  }

  @Test
  void whatTheEngineCannotRunIsToldByFieldAndRuleAllAtOnce() {
    String bad =
        GOOD.replace("published-2026", "rigorous")
            .replace("10000", "100001")
            .replace("\"auditRepeats\": 2", "\"auditRepeats\": 101");
    assertThat(problems(bad))
        .containsExactly(
            "profile: one of [published-2026, rigorous/CONTROLLED, rigorous/PUBLIC]",
            "datasetSizes: at least one, each from 1 to 100,000 and above the one before",
            "auditRepeats: from 1 to 100");
  }

  @Test
  void whatTheEngineJustAllowsIsAccepted() {
    CertificationPolicy policy =
        read(
            GOOD.replace("10000", "100000")
                .replace("\"auditRepeats\": 2", "\"auditRepeats\": 100"));
    assertThat(policy.getDatasetSizes()).containsExactly(100, 1000, 100_000);
    assertThat(policy.getAuditRepeats()).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "[100.5]", "[\"100\"]", "[5000000000]", "[]", "[200, 100]"})
  void datasetSizesThatAreNoRisingWholeNumbersAreOneProblem(String sizes) {
    assertThat(problems(GOOD.replace("[100, 1000, 10000]", sizes)))
        .singleElement()
        .asString()
        .startsWith("datasetSizes: ");
  }

  @Test
  void whatIsNoObjectIsRefusedWithItsPlace() {
    assertThat(problems("[1]")).containsExactly("the policy is no JSON object");
    assertThat(problems("{\"version\": 1,}").get(0)).contains("line 1, column");
    assertThat(problems("{\"version\": 1, \"version\": 2}").get(0)).contains("no JSON object");
    assertThat(problems(GOOD + "{}").get(0)).contains("no JSON object");
  }

  private static List<String> problems(String json) {
    UserProblem[] caught = new UserProblem[1];
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(UserProblem.class, problem -> caught[0] = problem);
    return caught[0].problems();
  }

  private static CertificationPolicy read(String json) {
    return PolicyFile.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
