package org.spineregistry.anchor.reward.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.anchor.reward.Amount;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.PolicyProblem;
import org.spineregistry.anchor.reward.PriceRule;
import org.spineregistry.anchor.reward.Reach;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.anchor.reward.Tariff;
import org.spineregistry.anchor.reward.Token;
import org.spineregistry.event.PayoutKind;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RulingCause;

class PolicyReaderTest {
  private static final String WITH_REVIEWS =
      """
      {"format": "spine-reward-policy/1", "policyId": "p", "version": 1,
       "currency": {"symbol": "SPINE", "decimals": 9},
       "price": {"maxAgeHours": 24, "lowest": "0.001", "highest": "1"},
       "campaigns": {"periodontal": {
         "baseline": {"kind": "CASE_BASELINE", "baseUnits": "3"},
         "review": {"kind": "REVIEW", "usd": "0.97"},
         "pool": "1000"}}}
      """;

  private static final String GOOD =
      """
      {
        "format": "spine-reward-policy/1",
        "about": "For tests.",
        "policyId": "contributions",
        "version": 2,
        "validFrom": "2026-12-01T00:00:00Z",
        "currency": {"symbol": "SPINE", "decimals": 9, "mint": "spinezMPKxkBpf4Q9xET2587fehM3LuKe4xoAoXtSjR"},
        "campaigns": {
          "periodontal": {
            "baseline": {"kind": "CASE_BASELINE", "baseUnits": "100"},
            "windows": {"visit3": {"kind": "FOLLOW_UP_OTHER", "baseUnits": "30"}},
            "caps": {"perBeneficiaryAndCycle": "1000", "perBeneficiaryAndDay": "2000", "perCampaignAndCycle": "5000"},
            "budget": "90000",
            "holdDays": 14,
            "clawback": {"CASE_WITHDRAWN": "P30D", "DUPLICATE_CASE": "NONE", "CREDENTIAL_REVOKED": "ALL", "recovery": "REQUEST_RETURN"}
          }
        }
      }
      """;

  @Test
  void readsEveryPart() {
    RewardPolicy policy = read(GOOD);

    assertThat(policy.policyId()).isEqualTo("contributions");
    assertThat(policy.version()).isEqualTo(2);
    assertThat(policy.validFrom()).isEqualTo(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(policy.token())
        .isEqualTo(new Token("SPINE", 9, "spinezMPKxkBpf4Q9xET2587fehM3LuKe4xoAoXtSjR"));
    CampaignTariffs tariffs = policy.campaigns().get("periodontal");
    assertThat(tariffs.baseline().amount()).isEqualTo(new Amount.Fixed(BaseUnits.parse("100")));
    assertThat(tariffs.windows().get("visit3").kind()).isEqualTo(PayoutKind.FOLLOW_UP_OTHER);
    assertThat(tariffs.caps())
        .isEqualTo(
            new Caps(BaseUnits.parse("1000"), BaseUnits.parse("2000"), BaseUnits.parse("5000")));
    Safeguards safeguards = tariffs.safeguards();
    assertThat(safeguards.budget()).isEqualTo(BaseUnits.parse("90000"));
    assertThat(safeguards.hold()).isEqualTo(Duration.ofDays(14));
    assertThat(safeguards.clawback().recovery()).isEqualTo(Recovery.REQUEST_RETURN);
    assertThat(safeguards.clawback().reaches())
        .containsEntry(RulingCause.CASE_WITHDRAWN, Reach.of(Duration.ofDays(30)))
        .containsEntry(RulingCause.DUPLICATE_CASE, Reach.NONE)
        .containsEntry(RulingCause.CREDENTIAL_REVOKED, Reach.ALL)
        .containsEntry(RulingCause.IDENTIFIER_FOUND, Reach.ALL);
  }

  @Test
  void theExampleThatShipsIsValid() throws IOException {
    RewardPolicy policy =
        PolicyReader.read(Files.readAllBytes(Path.of("../config/rewards/policy-v1.json")));

    assertThat(policy.campaigns())
        .containsOnlyKeys("sacroiliac-fusion", "lumbar-fusion", "periodontal");
    assertThat(policy.campaigns().get("sacroiliac-fusion").windows())
        .containsOnlyKeys("3m", "6m", "12m", "24m");
    assertThat(policy.campaigns().get("sacroiliac-fusion").baseline().amount())
        .as("100 tokens of 9 decimals")
        .isEqualTo(new Amount.Fixed(BaseUnits.parse("100000000000")));
  }

  @Test
  void readsWhatAReviewEarnsInDollarsAndWhichPricesCount() {
    RewardPolicy policy = read(WITH_REVIEWS);

    CampaignTariffs tariffs = policy.campaigns().get("periodontal");
    assertThat(tariffs.review())
        .isEqualTo(new Tariff(PayoutKind.REVIEW, new Amount.Dollars(new BigDecimal("0.97"))));
    assertThat(tariffs.pool()).isEqualTo(BaseUnits.parse("1000"));
    assertThat(tariffs.needsPriceForReviews()).isTrue();
    assertThat(tariffs.needsPriceForCases()).isFalse();
    assertThat(policy.price())
        .isEqualTo(
            new PriceRule(Duration.ofHours(24), new BigDecimal("0.001"), new BigDecimal("1")));
  }

  @Test
  void dollarsNeedAPriceRuleAndAPoolNeedsWeights() {
    String bad =
        WITH_REVIEWS
            .replace(
                "\"price\": {\"maxAgeHours\": 24, \"lowest\": \"0.001\", \"highest\": \"1\"},", "")
            .replace("\"baseUnits\": \"3\"", "\"usd\": \"3\"");

    assertThat(problems(bad))
        .containsExactlyInAnyOrder(
            "price: needed, because a tariff is in usd",
            "campaigns.periodontal.pool: is split in proportion to tariffs in baseUnits, not in"
                + " usd");
  }

  @Test
  void namesWhatIsWrongWithPricesAndDollars() {
    String bad =
        WITH_REVIEWS
            .replace("\"maxAgeHours\": 24", "\"maxAgeHours\": 0")
            .replace("\"lowest\": \"0.001\"", "\"lowest\": \"0\"")
            .replace("\"highest\": \"1\"", "\"highest\": \"1e3\"")
            .replace("\"usd\": \"0.97\"", "\"usd\": 0.97, \"baseUnits\": \"1\"");

    assertThat(problems(bad))
        .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
        .containsExactlyInAnyOrder(
            "price.maxAgeHours",
            "price.lowest",
            "price.highest",
            "campaigns.periodontal.review.usd",
            "campaigns.periodontal.review.usd");
  }

  @Test
  void namesEveryProblemAtOnce() {
    String bad =
        """
        {
          "format": "spine-reward-policy/9",
          "policyId": "Not An Id",
          "version": 0,
          "budget": "1",
          "currency": {"symbol": "spine", "decimals": 19, "mint": "0OIl"},
          "campaigns": {
            "periodontal": {
              "baseline": {"kind": "FOLLOW_UP_3M", "baseUnits": 100},
              "windows": {
                "baseline": {"kind": "FOLLOW_UP_OTHER", "baseUnits": "1"},
                "visit3": {"kind": "REVIEW", "baseUnits": "01"}
              },
              "caps": {"perBeneficiary": "5"}
            }
          }
        }
        """;

    assertThat(problems(bad))
        .extracting(problem -> problem.substring(0, problem.indexOf(": ")))
        .containsExactlyInAnyOrder(
            "budget",
            "format",
            "policyId",
            "version",
            "currency.symbol",
            "currency.decimals",
            "currency.mint",
            "campaigns.periodontal.baseline.kind",
            "campaigns.periodontal.baseline.baseUnits",
            "campaigns.periodontal.windows.baseline",
            "campaigns.periodontal.windows.visit3.kind",
            "campaigns.periodontal.windows.visit3.baseUnits",
            "campaigns.periodontal.caps.perBeneficiary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"version\": 2|\"version\": 2.0|version",
        "\"version\": 2|\"version\": 3000000000|version",
        "2026-12-01T00:00:00Z|2026-12-01|validFrom",
        "\"baseUnits\": \"100\"|\"baseUnits\": \"-100\"|campaigns.periodontal.baseline.baseUnits",
        "\"baseUnits\": \"100\"|\"baseUnits\": null|campaigns.periodontal.baseline.baseUnits",
        "\"windows\": {|\"windows\": [], \"spare\": {|campaigns.periodontal.spare",
        "\"periodontal\"|\"Periodontal Trial\"|campaigns.Periodontal Trial",
        "\"holdDays\": 14|\"holdDays\": -1|campaigns.periodontal.holdDays",
        "\"budget\": \"90000\"|\"budget\": 90000|campaigns.periodontal.budget",
        "P30D|30|campaigns.periodontal.clawback.CASE_WITHDRAWN",
        "DUPLICATE_CASE|BAD_MOOD|campaigns.periodontal.clawback.BAD_MOOD",
        "REQUEST_RETURN|ASK|campaigns.periodontal.clawback.recovery",
        "perBeneficiaryAndDay|perDay|campaigns.periodontal.caps.perDay",
        "\"For tests.\"|\" \"|about",
      })
  void aChangedFieldIsNamed(String from, String to, String path) {
    assertThat(problems(GOOD.replace(from, to))).anyMatch(p -> p.startsWith(path + ": "));
  }

  @Test
  void missingPartsAreNamed() {
    assertThat(problems("{}"))
        .contains(
            "format: spine-reward-policy/1",
            "currency: an object",
            "campaigns: an object",
            "version: a whole number from 1 to 2147483647");
  }

  @Test
  void refusesWhatIsNoObjectOrNoJson() {
    assertThat(problems("[]")).contains("document: an object");
    assertThat(problems("{")).hasSize(1).first().asString().contains("breaks at line 1");
    assertThat(problems(GOOD + "{}")).hasSize(1);
    assertThat(problems("")).contains("document: an object");
  }

  @Test
  void aRepeatedFieldIsRefusedInsteadOfOneOfThemWinning() {
    assertThat(problems(GOOD.replace("\"version\": 2", "\"version\": 2, \"version\": 3")))
        .singleElement()
        .asString()
        .contains("without repeated fields");
  }

  private static RewardPolicy read(String json) {
    return PolicyReader.read(json.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(String json) {
    return catchThrowableOfType(PolicyProblem.class, () -> read(json)).problems();
  }
}
