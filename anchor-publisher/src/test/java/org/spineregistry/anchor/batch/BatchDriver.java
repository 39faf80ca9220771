package org.spineregistry.anchor.batch;

import static org.spineregistry.schemas.topic.Topics.ANCHOR_BATCH;
import static org.spineregistry.schemas.topic.Topics.CASE_ACCEPTED;
import static org.spineregistry.schemas.topic.Topics.REVIEW_ACCEPTED;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.anchor.fake.AcceptedCases;
import org.spineregistry.event.AnchorBatch;
import org.spineregistry.event.ReviewAccepted;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.artifact.ArtifactSettings;
import org.spineregistry.service.artifact.ArtifactStore;

/** The batching topology in the test driver. */
final class BatchDriver implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final SpineSerdes SERDES = SpineSerdes.registering("mock://BatchTopologyTest");

  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> cases;
  private final TestInputTopic<String, byte[]> reviews;
  final ArtifactStore artifacts;
  final TestOutputTopic<String, AnchorBatch> batches;

  BatchDriver(BatchSettings settings, Path folder) {
    artifacts = new ArtifactStore(new ArtifactSettings(folder.resolve("artifacts").toString()));
    StreamsBuilder builder = new StreamsBuilder();
    new BatchTopology(TopicNames.plain(), SERDES, artifacts, new EventStamp("test"), settings)
        .addTo(builder);
    Properties properties = new Properties();
    properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "batches-" + UUID.randomUUID());
    properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
    properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.resolve("state").toString());
    driver = new TopologyTestDriver(builder.build(), properties, START);
    cases =
        driver.createInputTopic(
            CASE_ACCEPTED.name(), new StringSerializer(), new ByteArraySerializer());
    reviews =
        driver.createInputTopic(
            REVIEW_ACCEPTED.name(), new StringSerializer(), new ByteArraySerializer());
    batches =
        driver.createOutputTopic(
            ANCHOR_BATCH.name(),
            new StringDeserializer(),
            SERDES.<AnchorBatch>event().deserializer());
  }

  void accept(int n, int revision) {
    GenericRecord record = AcceptedCases.of(n, revision);
    cases.pipeInput(
        AcceptedCases.caseId(n),
        SERDES.cases().serializer().serialize(CASE_ACCEPTED.name(), record));
  }

  /** The bytes of an accepted review, as they stand on the topic. */
  byte[] review(String reviewId) {
    ReviewAccepted review =
        ReviewAccepted.newBuilder()
            .setReviewId(reviewId)
            .setVignetteId("vignette")
            .setCampaignId("sacroiliac-fusion")
            .setCredentialId("reviewer")
            .setFormVersion(1)
            .setComplete(true)
            .setAcceptedAt(START)
            .build();
    byte[] bytes =
        SERDES.<ReviewAccepted>event().serializer().serialize(REVIEW_ACCEPTED.name(), review);
    reviews.pipeInput("vignette", bytes);
    return bytes;
  }

  void withdraw(int n) {
    cases.pipeInput(AcceptedCases.caseId(n), null);
  }

  void bytes(int n, byte[] value) {
    cases.pipeInput(AcceptedCases.caseId(n), value);
  }

  void pass(Duration time) {
    driver.advanceWallClockTime(time);
  }

  /** Null when the case has no receipt of that revision. */
  Place place(int n, int revision) {
    KeyValueStore<String, String> places = driver.getKeyValueStore(BatchStores.PLACES);
    String text = places.get(PlaceKeys.of(AcceptedCases.caseId(n), revision));
    return text == null ? null : Place.parse(text);
  }

  /** Null when the review has no receipt. */
  Place placeOfReview(String reviewId) {
    KeyValueStore<String, String> places = driver.getKeyValueStore(BatchStores.PLACES);
    String text = places.get(PlaceKeys.ofReview(reviewId));
    return text == null ? null : Place.parse(text);
  }

  BatchState state(long batch) {
    KeyValueStore<Long, String> states = driver.getKeyValueStore(BatchStores.BATCHES);
    String text = states.get(batch);
    return text == null ? null : BatchState.parse(text);
  }

  @Override
  public void close() {
    driver.close();
  }
}
