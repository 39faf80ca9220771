package org.spineregistry.certification.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationProgress;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.CertificationTrigger;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.CycleState;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.IntentState;
import org.spineregistry.event.RewardManifest;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;

class CycleStatusTopologyTest {
  private static final SpineSerdes SERDES =
      SpineSerdes.registering("mock://CycleStatusTopologyTest");
  private static final Instant T0 = Instant.parse("2026-11-23T12:00:00Z");
  private static final String CYCLE = "4d0c1bf5-d453-5fdd-beb9-9d7e56b33a89";
  private static final String DIGEST = "ab".repeat(32);

  private TopologyTestDriver driver;
  private TestOutputTopic<String, CertificationStatus> status;

  @BeforeEach
  void start() {
    StreamsBuilder builder = new StreamsBuilder();
    new CycleStatusTopology(TopicNames.plain(), SERDES, new EventStamp("test")).addTo(builder);
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "cycles-" + UUID.randomUUID());
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    driver = new TopologyTestDriver(builder.build(), properties);
    status =
        driver.createOutputTopic(
            Topics.CERTIFICATION_STATUS.name(),
            new StringDeserializer(),
            SERDES.<CertificationStatus>event().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void aCycleGoesFromRequestedToRewarded() {
    requested();
    assertThat(row().getState()).isEqualTo(CycleState.REQUESTED);
    progress(1, "FIT", 0.2);
    assertThat(row().getState()).isEqualTo(CycleState.RUNNING);
    completed(CycleVerdict.CERTIFIED);
    assertThat(row().getState()).isEqualTo(CycleState.CERTIFIED);
    intent(IntentState.SIGNED, null);
    assertThat(row().getState()).isEqualTo(CycleState.ANCHORING);
    anchored();
    assertThat(row().getState()).isEqualTo(CycleState.ANCHORED);
    rewarded();

    CertificationStatus row = row();
    assertThat(row.getState()).isEqualTo(CycleState.REWARDED);
    assertThat(row.getThreshold()).isEqualTo(125);
    assertThat(row.getAnchor().getSlot()).isEqualTo(42);
    assertThat(row.getRewards().getPayouts()).isEqualTo(3);
    assertThat(row.getRequestedAt()).isEqualTo(T0);
  }

  @Test
  void factsThatArriveInAnotherOrderGiveTheSameRow() {
    rewarded();
    anchored();
    completed(CycleVerdict.CERTIFIED);
    intent(IntentState.SIGNED, null);
    requested();
    progress(1, "FIT", 0.2);

    CertificationStatus row = row();
    assertThat(row.getState()).isEqualTo(CycleState.REWARDED);
    assertThat(row.getVerdict()).isEqualTo("CERTIFIED");
    assertThat(row.getTrigger()).isEqualTo("THRESHOLD");
    assertThat(row.getStage()).isNull();
  }

  @Test
  void aRefusedCycleShowsWhy() {
    requested();
    completed(CycleVerdict.REFUSED);

    CertificationStatus row = row();
    assertThat(row.getState()).isEqualTo(CycleState.REFUSED);
    assertThat(row.getReasons()).containsExactly("because");
  }

  @Test
  void aNewAttemptLeadsAFailedCycleBackToRunning() {
    requested();
    progress(1, "FIT", 0.2);
    completed(CycleVerdict.FAILED);
    assertThat(row().getState()).isEqualTo(CycleState.FAILED);
    progress(1, "FIT", 0.3); // late, of the failed attempt
    assertThat(row().getState()).isEqualTo(CycleState.FAILED);
    progress(2, "COHORT", 0.05);

    CertificationStatus row = row();
    assertThat(row.getState()).isEqualTo(CycleState.RUNNING);
    assertThat(row.getAttempt()).isEqualTo(2);
    assertThat(row.getVerdict()).isNull();
  }

  @Test
  void anAnchorThatFailedShowsItsError() {
    requested();
    completed(CycleVerdict.CERTIFIED);
    intent(IntentState.FAILED, "transaction failed on chain");

    assertThat(row().getMessage()).isEqualTo("transaction failed on chain");
  }

  private CertificationStatus row() {
    List<CertificationStatus> rows = status.readValuesToList();
    return rows.get(rows.size() - 1);
  }

  private <T extends SpecificRecord> void pipe(Topic topic, String key, T value) {
    driver
        .createInputTopic(
            topic.name(), new StringSerializer(), SERDES.<T>event().serializer(), T0, Duration.ZERO)
        .pipeInput(key, value);
  }

  private void requested() {
    pipe(
        Topics.CERTIFICATION_REQUESTED,
        CYCLE,
        CertificationRequested.newBuilder()
            .setCycleId(CYCLE)
            .setCampaignId("sacroiliac-fusion")
            .setPolicyVersion(2)
            .setTrigger(CertificationTrigger.THRESHOLD)
            .setThreshold(125L)
            .setCases(125)
            .setOrdinalLimit(125)
            .setProfile("published-2026")
            .setDatasetSizes(List.of(100))
            .setAuditRepeats(2)
            .setCauseId(null)
            .setRequestedAt(T0)
            .build());
  }

  private void progress(int attempt, String stage, double fraction) {
    pipe(
        Topics.CERTIFICATION_PROGRESS,
        CYCLE,
        new CertificationProgress(
            CYCLE, "sacroiliac-fusion", attempt, stage, fraction, "fitting", T0));
  }

  private void completed(CycleVerdict verdict) {
    pipe(
        Topics.CERTIFICATION_COMPLETED,
        CYCLE,
        CertificationCompleted.newBuilder()
            .setCycleId(CYCLE)
            .setCampaignId("sacroiliac-fusion")
            .setPolicyVersion(2)
            .setThreshold(125L)
            .setAttempt(1)
            .setVerdict(verdict)
            .setReasons(verdict == CycleVerdict.CERTIFIED ? List.of() : List.of("because"))
            .setProfile("published-2026")
            .setCases(125)
            .setOrdinalLimit(125)
            .setCertificate(null)
            .setContributions(null)
            .setCauseId(null)
            .setStartedAt(T0)
            .setCompletedAt(T0)
            .build());
  }

  private void intent(IntentState state, String error) {
    pipe(
        Topics.ANCHOR_INTENT,
        DIGEST,
        AnchorIntent.newBuilder()
            .setSubject(DIGEST)
            .setKind("dataset")
            .setMemo("spine1:d:" + DIGEST)
            .setCycleId(CYCLE)
            .setCampaignId("sacroiliac-fusion")
            .setGenesisHash("genesis")
            .setState(state)
            .setReceipt(null)
            .setError(error)
            .setCertificate(null)
            .setContributions(null)
            .setCauseId(null)
            .setQueuedAt(T0)
            .setUpdatedAt(T0)
            .build());
  }

  private void anchored() {
    pipe(
        Topics.ANCHOR_FINALIZED,
        DIGEST,
        AnchorFinalized.newBuilder()
            .setSubject(DIGEST)
            .setKind("dataset")
            .setCycleId(CYCLE)
            .setCampaignId("sacroiliac-fusion")
            .setReceipt(
                new AnchorReceipt(
                    "genesis", "publisher", "signature", 42L, null, "spine1:d:" + DIGEST))
            .setTransaction("AA==")
            .setCertificate(null)
            .setContributions(null)
            .setCauseId(null)
            .setCertifiedAt(T0)
            .build());
  }

  private void rewarded() {
    pipe(
        Topics.REWARD_CYCLE,
        CYCLE,
        new CycleRewarded(
            CYCLE,
            "sacroiliac-fusion",
            new RewardManifest("policy", 1, 3, Map.of(), "300", "0", "0", "cd".repeat(32)),
            T0));
  }
}
