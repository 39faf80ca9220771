package org.spineregistry.anchor.payout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.CASE_WITHDRAWN;
import static org.spineregistry.schemas.topic.Topics.REWARD_INPUT;
import static org.spineregistry.schemas.topic.Topics.REWARD_POLICY;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.reward.Caps;
import org.spineregistry.anchor.reward.Examples;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.CaseWithdrawn;
import org.spineregistry.event.RewardPolicyPublished;
import org.spineregistry.event.WithdrawalReason;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;

class RewardOrderTopologyTest {
  private static final SpineSerdes SERDES =
      SpineSerdes.registering("mock://RewardOrderTopologyTest");

  @TempDir Path folder;
  private TopologyTestDriver driver;
  private TestOutputTopic<String, SpecificRecord> order;

  @BeforeEach
  void start() {
    StreamsBuilder builder = new StreamsBuilder();
    new RewardOrderTopology(TopicNames.plain(), SERDES).addTo(builder);
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "order-" + UUID.randomUUID());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
    driver = new TopologyTestDriver(builder.build(), properties);
    order =
        driver.createOutputTopic(
            REWARD_INPUT.name(),
            new StringDeserializer(),
            SERDES.<SpecificRecord>events().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void everythingThatPayoutsAreDecidedFromIsWrittenInOneOrder() {
    Anchors anchors = new Anchors(folder.resolve("artifacts"));
    RewardPolicyPublished policy = PolicyJson.document(Examples.policy(1, Caps.NONE)).event();
    TestRecord<String, AnchorFinalized> anchor =
        anchors.of(1, Examples.CAMPAIGN, Anchors.CERTIFIED, List.of());

    this.<RewardPolicyPublished>input(REWARD_POLICY).pipeInput(policy.getPolicyId(), policy);
    this.<AnchorFinalized>input(ANCHOR_FINALIZED).pipeInput(anchor);
    this.<CaseWithdrawn>input(CASE_WITHDRAWN).pipeInput("case", withdrawal());

    List<TestRecord<String, SpecificRecord>> written = order.readRecordsToList();
    assertThat(written)
        .extracting(TestRecord::value)
        .containsExactly(policy, anchor.value(), withdrawal());
    assertThat(EventHeaders.eventId(written.get(1).headers()))
        .as("an event keeps its identity")
        .contains(Anchors.anchorEventId(1));
    assertThat(EventHeaders.eventId(written.get(2).headers()))
        .as("one that had none keeps that of its coordinates")
        .contains(EventStamp.causeOf(new RecordHeaders(), CASE_WITHDRAWN.name(), 0, 0));
  }

  @Test
  void anchorsOfBatchesPayNobody() {
    Anchors anchors = new Anchors(folder.resolve("artifacts"));
    AnchorFinalized batch = anchors.event(1, Examples.CAMPAIGN, Anchors.CERTIFIED, null);
    batch.setCycleId(null);

    this.<AnchorFinalized>input(ANCHOR_FINALIZED).pipeInput(anchors.record(1, batch));

    assertThat(order.isEmpty()).isTrue();
  }

  private <T extends SpecificRecord> TestInputTopic<String, T> input(Topic topic) {
    return driver.createInputTopic(
        topic.name(), new StringSerializer(), SERDES.<T>event().serializer());
  }

  private static CaseWithdrawn withdrawal() {
    return CaseWithdrawn.newBuilder()
        .setCaseId("case")
        .setReason(WithdrawalReason.OTHER)
        .setWithdrawnAt(Anchors.CERTIFIED)
        .build();
  }
}
