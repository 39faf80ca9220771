package org.spineregistry.anchor.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.anchor.reward.Examples.CAMPAIGN;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;
import static org.spineregistry.schemas.topic.Topics.REWARD_INPUT;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Clawback;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.PriceRule;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.Safeguards;
import org.spineregistry.event.ReviewAccepted;
import org.spineregistry.event.ReviewDayRewarded;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.TokenPriceQuoted;

/** Reviews, prices and days as events. The clock of the driver starts on the day of the reviews. */
class ReviewRewardsTest {
  private static final Instant MORNING = Anchors.CERTIFIED;
  private static final String AT_0123 = "78861788617";

  @TempDir Path folder;
  private RewardDriver rewards;

  @BeforeEach
  void start() {
    rewards =
        new RewardDriver(
            RewardPolicies.of(List.of(Examples.withReviews(1, Caps.NONE, Safeguards.NONE))),
            folder.resolve("artifacts"));
  }

  @AfterEach
  void stop() {
    rewards.close();
  }

  @Test
  void aReviewIsPaidAtThePriceInForceAndNamesIt() {
    price("0.0123", MORNING);
    reviewed(1, MORNING.plusSeconds(1));

    RewardGranted granted = rewards.granted.readValue();
    assertThat(granted.getAmountBaseUnits()).isEqualTo(AT_0123);
    assertThat(granted.getUsdReference().getAmount()).isEqualTo("0.97");
    assertThat(granted.getUsdReference().getPrice()).isEqualTo("0.0123");
    assertThat(granted.getUsdReference().getPriceEventId()).isNotEmpty();
    assertThat(granted.getCycleId()).isNull();
    assertThat(granted.getBeneficiaryId()).isEqualTo("reviewer-1");
    assertThat(granted.getEffectiveAt()).isEqualTo(MORNING.plusSeconds(1));
  }

  @Test
  void reviewsWaitForAPriceAndAreDecidedInTheirOrder() {
    reviewed(2, MORNING);
    reviewed(1, MORNING.plusSeconds(1));
    reviewed(2, MORNING.plusSeconds(2));
    assertThat(rewards.granted.isEmpty()).isTrue();

    price("0.0123", MORNING.plusSeconds(60));

    assertThat(rewards.granted.readValuesToList())
        .extracting(RewardGranted::getSubjectId)
        .containsExactly(reviewId(2), reviewId(1));
    reviewed(2, MORNING);
    assertThat(rewards.granted.isEmpty()).as("a duplicate").isTrue();
  }

  @Test
  void aPriceThatIsTooOldPaysNobodyUntilANewerOneComes() {
    price("0.0123", MORNING);
    reviewed(1, MORNING.plus(Duration.ofHours(25)));
    assertThat(rewards.granted.isEmpty()).isTrue();

    price("0.97", MORNING.plus(Duration.ofHours(25)));

    assertThat(rewards.granted.readValue().getAmountBaseUnits()).isEqualTo("1000000000");
  }

  @Test
  void anOlderPriceThatComesLateChangesNothing() {
    price("0.0123", MORNING);
    price("0.97", MORNING.minusSeconds(60));
    reviewed(1, MORNING);

    assertThat(rewards.granted.readValue().getAmountBaseUnits()).isEqualTo(AT_0123);
  }

  @Test
  void aPriceFromTheFutureIsADeadLetter() {
    rewards.happens("SPINE", price("SPINE", "0.0123", MORNING.plusSeconds(61)), MORNING);
    reviewed(1, MORNING);

    assertThat(rewards.letters.readValue().getReasonCode()).isEqualTo("PRICE_FROM_FUTURE");
    assertThat(rewards.granted.isEmpty()).isTrue();
  }

  /** Bounds that move with the market must not leave anybody waiting for ever. */
  @Test
  void whatWaitedIsPaidAtAPriceThatALaterVersionAccepts() {
    reviewed(1, MORNING);
    rewards.publish(PolicyJson.document(later(new BigDecimal("1"), new BigDecimal("9"))), MORNING);

    quoted("SPINE", "2", MORNING.plusSeconds(30));

    assertThat(rewards.granted.readValue().getAmountBaseUnits()).isEqualTo("485000000");
  }

  @Test
  void aReviewFromTheFutureIsADeadLetter() {
    price("0.0123", MORNING);
    rewards.happens("v", review(reviewId(1), MORNING.plus(Duration.ofDays(2))), MORNING);

    assertThat(rewards.letters.readValue().getReasonCode()).isEqualTo("REVIEW_MALFORMED");
  }

  @Test
  void manyThatWaitedAreDecidedPartByPart() {
    for (int review = 1; review <= 1_101; review++) {
      reviewed(review, MORNING);
    }

    price("0.0123", MORNING);

    assertThat(rewards.granted.readValuesToList()).hasSize(1_101);
    assertThat(rewards.bytes(REWARD_INPUT)).as("events of the clock that go on").hasSize(2);
  }

  @Test
  void aBudgetThatALaterVersionRaisesIsUsedWhenItBecomesValid() {
    rewards.close();
    Safeguards little = new Safeguards(Examples.units(1), Duration.ZERO, Clawback.DEFAULT);
    rewards =
        new RewardDriver(
            RewardPolicies.of(List.of(Examples.withReviews(1, Caps.NONE, little))),
            folder.resolve("artifacts"));
    price("0.0123", MORNING);
    reviewed(1, MORNING);
    assertThat(rewards.granted.readValue().getReasonCode()).isEqualTo("BUDGET");
    rewards.publish(
        PolicyJson.document(
            Examples.withReviews(
                "0.97", 2, MORNING.plus(Duration.ofHours(2)), Caps.NONE, Safeguards.NONE)),
        MORNING);
    assertThat(rewards.granted.isEmpty()).isTrue();

    rewards.wait(Duration.ofHours(1));
    assertThat(rewards.granted.isEmpty()).isTrue();
    rewards.wait(Duration.ofHours(1));

    assertThat(rewards.granted.readValue().getReasonCode()).isEqualTo("BUDGET_AVAILABLE");
  }

  @ParameterizedTest
  @CsvSource({
    "SPINE, 10, PRICE_OUT_OF_BOUNDS",
    "SPINE, 0.000123, PRICE_OUT_OF_BOUNDS",
    "SPINE, 0, PRICE_MALFORMED",
    "SPINE, 1e-2, PRICE_MALFORMED",
    "OTHER, 0.0123, PRICE_OTHER_TOKEN"
  })
  void aPriceThatCannotBeUsedIsADeadLetter(String symbol, String usd, String code) {
    quoted(symbol, usd, MORNING);
    reviewed(1, MORNING);

    assertThat(rewards.letters.readValue().getReasonCode()).isEqualTo(code);
    assertThat(rewards.granted.isEmpty()).isTrue();
  }

  @Test
  void aReviewWithAnIdThatCouldCollideIsADeadLetter() {
    price("0.0123", MORNING);
    rewards.happens("v", review("a|b", MORNING), MORNING);

    assertThat(rewards.letters.readValue().getReasonCode()).isEqualTo("REVIEW_MALFORMED");
  }

  /** Expected hash from Python: hashlib.sha256 over the sorted lines, each ended by LF. */
  @Test
  void whenADayIsOverItsManifestIsWrittenAndALateReviewMakesAnother() {
    price("0.0123", MORNING);
    reviewed(1, MORNING);
    reviewed(2, MORNING);
    rewards.wait(Duration.ofHours(13));
    assertThat(rewards.days.isEmpty()).as("23:00").isTrue();

    rewards.wait(Duration.ofHours(2));
    tick();

    ReviewDayRewarded first = rewards.days.readValue();
    assertThat(first.getCampaignId()).isEqualTo(CAMPAIGN);
    assertThat(first.getDay()).isEqualTo("2026-05-01");
    assertThat(first.getRevision()).isEqualTo(1);
    assertThat(first.getManifest().getPayouts()).isEqualTo(2);
    assertThat(first.getManifest().getPayoutsPerKind()).containsEntry("REVIEW", 2);
    assertThat(first.getManifest().getGrantedBaseUnits()).isEqualTo("157723577234");

    reviewed(3, MORNING.plusSeconds(7));
    tick();

    ReviewDayRewarded second = rewards.days.readValue();
    assertThat(second.getRevision()).isEqualTo(2);
    assertThat(second.getManifest().getPayouts()).isEqualTo(3);
    tick();
    assertThat(rewards.days.isEmpty()).isTrue();
  }

  @Test
  void aReplayWritesTheSameBytes() {
    play();
    List<String> granted = rewards.bytes(REWARD_GRANTED);
    rewards.close();

    start();
    play();

    assertThat(granted).hasSize(2);
    assertThat(rewards.bytes(REWARD_GRANTED)).isEqualTo(granted);
  }

  private void play() {
    reviewed(1, MORNING);
    price("0.0123", MORNING);
    reviewed(2, MORNING.plusSeconds(5));
  }

  /** The driver reads the clock's event back, as the broker would. */
  private void tick() {
    rewards.wait(Duration.ofSeconds(20));
  }

  private void reviewed(int number, Instant at) {
    rewards.happens("vignette", review(reviewId(number), at), at);
  }

  private static ReviewAccepted review(String reviewId, Instant at) {
    return ReviewAccepted.newBuilder()
        .setReviewId(reviewId)
        .setVignetteId("vignette")
        .setCampaignId(CAMPAIGN)
        .setCredentialId("reviewer-1")
        .setFormVersion(1)
        .setComplete(true)
        .setAcceptedAt(at)
        .build();
  }

  private void price(String usd, Instant at) {
    quoted("SPINE", usd, at);
  }

  private void quoted(String symbol, String usd, Instant at) {
    rewards.happens(symbol, price(symbol, usd, at), at);
  }

  private static TokenPriceQuoted price(String symbol, String usd, Instant at) {
    return TokenPriceQuoted.newBuilder()
        .setPriceId(new UUID(1, at.toEpochMilli()).toString())
        .setSymbol(symbol)
        .setUsdPerToken(usd)
        .setSource("test")
        .setQuotedAt(at)
        .build();
  }

  /** A version that becomes valid behind the reviews, with other bounds. */
  private static RewardPolicy later(BigDecimal lowest, BigDecimal highest) {
    RewardPolicy plain =
        Examples.withReviews("0.97", 2, MORNING.plusSeconds(10), Caps.NONE, Safeguards.NONE);
    return new RewardPolicy(
        plain.policyId(),
        plain.version(),
        plain.validFrom(),
        plain.token(),
        new PriceRule(Duration.ofHours(24), lowest, highest),
        plain.campaigns());
  }

  private static String reviewId(int number) {
    return new UUID(0x4000L, 0x8000000000000000L | number).toString();
  }
}
