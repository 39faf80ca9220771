package org.spineregistry.anchor.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.spineregistry.anchor.reward.Examples.CAMPAIGN;
import static org.spineregistry.anchor.reward.Examples.caseId;
import static org.spineregistry.anchor.reward.Examples.contribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.service.artifact.ArtifactStore.DamagedArtifact;
import org.spineregistry.service.artifact.Sha256;

class RewardTopologyTest {
  private static final List<Contribution> TWO =
      List.of(contribution(1, "surgeon-aaaaaa", "3m"), contribution(2, "surgeon-bbbbbb"));

  @TempDir Path folder;
  private Path artifacts;
  private Anchors anchors;
  private RewardDriver rewards;

  @BeforeEach
  void start() {
    artifacts = folder.resolve("artifacts");
    anchors = new Anchors(artifacts);
    rewards = new RewardDriver(policies(Caps.NONE), artifacts);
  }

  @AfterEach
  void stop() {
    rewards.close();
  }

  @Test
  void grantsEveryContributionOfAnAnchoredCycleKeyedByBeneficiary() {
    anchored(1, TWO);

    assertThat(rewards.granted.readKeyValuesToList())
        .extracting(payout -> payout.key + " " + payout.value.getSubjectId() + " " + amount(payout))
        .containsExactly(
            "surgeon-aaaaaa " + caseId(1) + "/baseline 100",
            "surgeon-bbbbbb " + caseId(2) + "/baseline 100",
            "surgeon-aaaaaa " + caseId(1) + "/3m 30");
  }

  @Test
  void aPayoutCarriesItsAncestryAndNoWallClock() {
    anchored(1, TWO);

    TestRecord<String, RewardGranted> first = rewards.granted.readRecord();
    RewardGranted payout = first.value();
    assertThat(payout.getDecision()).isEqualTo(PayoutDecision.APPROVED);
    assertThat(payout.getReasonCode()).isEqualTo("CONTRIBUTED");
    assertThat(payout.getCauseEventIds())
        .containsExactly(Anchors.anchorEventId(1), Anchors.completedEventId(1));
    assertThat(payout.getCycleId()).isEqualTo(Anchors.cycleId(1));
    assertThat(payout.getEffectiveAt()).isEqualTo(Anchors.CERTIFIED);
    assertThat(payout.getPolicyId()).isEqualTo("example-contributions");
    assertThat(payout.getPolicyVersion()).isEqualTo(1);
    assertThat(payout.getCurrency().getSymbol()).isEqualTo("SPINE");
    assertThat(payout.getReverses()).isNull();
    assertThat(first.timestamp()).isEqualTo(Anchors.FINALIZED.toEpochMilli());
    assertThat(EventHeaders.text(first.headers(), EventHeaders.CAUSE))
        .contains(Anchors.anchorEventId(1));
    assertThat(EventHeaders.text(first.headers(), EventHeaders.TIME))
        .contains(Anchors.FINALIZED.toString());
  }

  @Test
  void everyPayoutHasItsOwnEventId() {
    anchored(1, TWO);

    assertThat(rewards.granted.readRecordsToList())
        .extracting(record -> EventHeaders.eventId(record.headers()).orElseThrow())
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void theManifestFollowsWithCountSumAndHash() {
    anchored(1, TWO);

    KeyValue<String, CycleRewarded> cycle = rewards.cycles.readKeyValue();
    assertThat(cycle.key).isEqualTo(Anchors.cycleId(1));
    var manifest = cycle.value.getManifest();
    assertThat(manifest.getPayouts()).isEqualTo(3);
    assertThat(manifest.getPayoutsPerKind())
        .containsOnly(Map.entry("CASE_BASELINE", 2), Map.entry("FOLLOW_UP_3M", 1));
    assertThat(manifest.getGrantedBaseUnits()).isEqualTo("230");
    assertThat(manifest.getCutBaseUnits()).isEqualTo("0");
    assertThat(manifest.getSha256())
        .isEqualTo(hashAsDocumented(rewards.granted.readValuesToList()));
  }

  @Test
  void aLargerCycleOfTheSameCasesPaysOnlyWhatIsNew() {
    anchored(1, TWO);
    rewards.granted.readValuesToList();

    anchored(
        2,
        List.of(
            contribution(1, "surgeon-aaaaaa", "3m", "12m"),
            contribution(2, "surgeon-bbbbbb"),
            contribution(3, "surgeon-aaaaaa")));

    assertThat(rewards.granted.readValuesToList())
        .extracting(RewardGranted::getSubjectId)
        .containsExactly(caseId(3) + "/baseline", caseId(1) + "/12m");
  }

  @Test
  void theSameAnchorAgainPaysNothingAndLeavesTheManifestAlone() {
    anchored(1, TWO);
    anchored(1, TWO);
    anchored(1, TWO);

    assertThat(rewards.granted.readValuesToList()).hasSize(3);
    assertThat(rewards.cycles.readValuesToList()).hasSize(1);
  }

  @Test
  void aCycleWithNothingNewStillHasAManifest() {
    anchored(1, TWO);
    anchored(2, TWO);

    List<CycleRewarded> cycles = rewards.cycles.readValuesToList();
    assertThat(cycles).hasSize(2);
    assertThat(cycles.get(1).getManifest().getPayouts()).isZero();
    assertThat(cycles.get(1).getManifest().getGrantedBaseUnits()).isEqualTo("0");
  }

  @Test
  void cutAmountsAreEventsWithTheirReason() {
    rewards.close();
    rewards = new RewardDriver(policies(Examples.perCycle(210)), artifacts);

    anchored(1, TWO);

    List<RewardGranted> payouts = rewards.granted.readValuesToList();
    RewardGranted last = payouts.get(2);
    assertThat(last.getReasonCode()).isEqualTo("CAPPED");
    assertThat(last.getAmountBaseUnits()).isEqualTo("10");
    assertThat(last.getRequestedBaseUnits()).isEqualTo("30");
    assertThat(rewards.cycles.readValue().getManifest().getCutBaseUnits()).isEqualTo("20");
  }

  @Test
  void whatACapCutIsNotPaidByTheNextCycle() {
    rewards.close();
    rewards = new RewardDriver(policies(Examples.perCycle(0)), artifacts);

    anchored(1, TWO);
    anchored(2, TWO);

    assertThat(rewards.granted.readValuesToList())
        .hasSize(3)
        .allMatch(payout -> payout.getAmountBaseUnits().equals("0"));
  }

  @Test
  void aCycleWithoutContributionsBecomesADeadLetterAndTheNextCyclePaysItsCases() {
    rewards.anchors.pipeInput(
        anchors.record(1, anchors.event(1, CAMPAIGN, Anchors.CERTIFIED, null)));

    assertThat(rewards.letters.readValue().getReasonCode()).isEqualTo("CONTRIBUTIONS_ABSENT");
    assertThat(rewards.cycles.isEmpty()).isTrue();

    anchored(2, TWO);
    assertThat(rewards.granted.readValuesToList()).hasSize(3);
  }

  @Test
  void aContributionsFileOfAnotherCycleBecomesADeadLetterWithCoordinatesOnly() {
    AnchorFinalized event =
        anchors.event(2, CAMPAIGN, Anchors.CERTIFIED, anchors.file(1, CAMPAIGN, TWO));

    rewards.anchors.pipeInput(anchors.record(2, event));

    var letter = rewards.letters.readKeyValue();
    assertThat(letter.value.getReasonCode()).isEqualTo("CONTRIBUTIONS_OTHER_CYCLE");
    assertThat(letter.value.getStage()).isEqualTo("PROCESSING");
    assertThat(letter.key)
        .isEqualTo(letter.value.getTopic() + "-" + letter.value.getPartition() + "-1");
    assertThat(letter.value.toString()).doesNotContain("surgeon");
  }

  @ParameterizedTest
  @CsvSource({"../secret,", "contributions.ndjson,AB"})
  void aReferenceThatNamesNoFileBecomesADeadLetterAndTheStreamGoesOn(String name, String digest) {
    ArtifactReference malformed = anchors.file(1, CAMPAIGN, TWO);
    malformed.setName(name);
    malformed.setSha256(digest == null ? malformed.getSha256() : digest);

    rewards.anchors.pipeInput(
        anchors.record(1, anchors.event(1, CAMPAIGN, Anchors.CERTIFIED, malformed)));

    DeadLetter letter = rewards.letters.readValue();
    assertThat(letter.getReasonCode()).isEqualTo("CONTRIBUTIONS_REFERENCE_MALFORMED");
    assertThat(letter.toString()).doesNotContain("secret");
    assertThat(rewards.cycles.isEmpty()).isTrue();

    anchored(2, TWO);
    assertThat(rewards.granted.readValuesToList()).hasSize(3);
  }

  @Test
  void aMissingFileStopsTheTaskInsteadOfSkippingTheCycle() throws IOException {
    TestRecord<String, AnchorFinalized> record = anchors.of(1, CAMPAIGN, Anchors.CERTIFIED, TWO);
    for (Path file : files()) {
      Files.delete(file);
    }

    assertThatThrownBy(() -> rewards.anchors.pipeInput(record))
        .hasRootCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void aDamagedFileStopsTheTaskInsteadOfPayingForIt() throws IOException {
    TestRecord<String, AnchorFinalized> record = anchors.of(1, CAMPAIGN, Anchors.CERTIFIED, TWO);
    for (Path file : files()) {
      Files.writeString(file, Files.readString(file).replace("aaaaaa", "eeeeee"));
    }

    assertThatThrownBy(() -> rewards.anchors.pipeInput(record))
        .hasRootCauseInstanceOf(DamagedArtifact.class);
  }

  private void anchored(int cycle, List<Contribution> cohort) {
    rewards.anchors.pipeInput(anchors.of(cycle, CAMPAIGN, Anchors.CERTIFIED, cohort));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(artifacts)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  static RewardPolicies policies(Caps caps) {
    return RewardPolicies.of(List.of(Examples.policy(1, caps)));
  }

  private static String amount(KeyValue<String, RewardGranted> payout) {
    return payout.value.getAmountBaseUnits();
  }

  /** What a consumer does to prove that it has everything. */
  private static String hashAsDocumented(List<RewardGranted> payouts) {
    List<String> lines = new ArrayList<>();
    for (RewardGranted payout : payouts) {
      lines.add(payout.getPayoutId() + ":" + payout.getAmountBaseUnits() + "\n");
    }
    Collections.sort(lines);
    return Sha256.hex(String.join("", lines).getBytes(StandardCharsets.UTF_8));
  }
}
