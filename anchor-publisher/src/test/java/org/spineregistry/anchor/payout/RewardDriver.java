package org.spineregistry.anchor.payout;

import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;
import static org.spineregistry.schemas.topic.Topics.REWARD_CYCLE;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;
import static org.spineregistry.schemas.topic.Topics.REWARD_INPUT;
import static org.spineregistry.schemas.topic.Topics.REWARD_REVIEW_DAY;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.spineregistry.anchor.policy.PolicyDocument;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.DeadLetter;
import org.spineregistry.event.ReviewDayRewarded;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactSettings;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.failure.DeadLetters;

/** The reward topology in the test driver, with typed topics. */
final class RewardDriver implements AutoCloseable {
  static final SpineSerdes SERDES = SpineSerdes.registering("mock://RewardTopologyTest");

  private final TopologyTestDriver driver;
  final TestInputTopic<String, AnchorFinalized> anchors;
  private final TestInputTopic<String, SpecificRecord> input;
  final TestOutputTopic<String, RewardGranted> granted;
  final TestOutputTopic<String, CycleRewarded> cycles;
  final TestOutputTopic<String, ReviewDayRewarded> days;
  final TestOutputTopic<String, DeadLetter> letters;

  RewardDriver(RewardPolicies policies, Path artifacts) {
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "rewards-" + UUID.randomUUID());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, artifacts.resolveSibling("state").toString());
    driver = new TopologyTestDriver(topology(artifacts), properties, Anchors.FINALIZED);
    input =
        driver.createInputTopic(
            REWARD_INPUT.name(),
            new StringSerializer(),
            SERDES.<SpecificRecord>events().serializer());
    anchors =
        driver.createInputTopic(
            REWARD_INPUT.name(),
            new StringSerializer(),
            SERDES.<AnchorFinalized>events().serializer());
    granted = output(REWARD_GRANTED);
    cycles = output(REWARD_CYCLE);
    days = output(REWARD_REVIEW_DAY);
    letters = output(DEAD_LETTER);
    policies.all().forEach(policy -> publish(PolicyJson.document(policy)));
  }

  void publish(PolicyDocument document) {
    publish(document, Anchors.FINALIZED);
  }

  void publish(PolicyDocument document, Instant at) {
    input.pipeInput(document.policy().policyId(), document.event(), at);
  }

  void happens(String key, SpecificRecord event, Instant at) {
    input.pipeInput(key, event, at);
  }

  /** Lets the clock go on; a jump is believed at the next look. */
  void wait(Duration time) {
    driver.advanceWallClockTime(time);
    driver.advanceWallClockTime(DecideRewards.LOOK);
  }

  static Topology topology(Path artifacts) {
    StreamsBuilder builder = new StreamsBuilder();
    ArtifactStore store = new ArtifactStore(new ArtifactSettings(artifacts.toString()));
    DeadLetters letters = new DeadLetters("anchor-publisher", TopicNames.plain(), SERDES);
    new RewardTopology(TopicNames.plain(), SERDES, store, letters, new EventStamp("test"))
        .addTo(builder);
    new RewardViewTopology(TopicNames.plain(), SERDES).addTo(builder);
    return builder.build();
  }

  /** Everything that was written to a topic, as bytes: key, value, headers, timestamp. */
  List<String> bytes(Topic topic) {
    TestOutputTopic<byte[], byte[]> raw =
        driver.createOutputTopic(
            topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<String> records = new ArrayList<>();
    for (TestRecord<byte[], byte[]> record : raw.readRecordsToList()) {
      records.add(Bytes.text(record));
    }
    return records;
  }

  private <T extends SpecificRecord> TestOutputTopic<String, T> output(Topic topic) {
    return driver.createOutputTopic(
        topic.name(), new StringDeserializer(), SERDES.<T>event().deserializer());
  }

  @Override
  public void close() {
    driver.close();
  }
}
