package org.spineregistry.cli.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.cli.SpineRun;
import org.spineregistry.cli.topics.Installation;
import org.spineregistry.event.CertificationTrigger;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.Topics;

/** {@code spine cycle retry} on a real broker and registry. */
class CycleCommandIT {
  private static final TestCluster CLUSTER = TestCluster.shared();
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private String prefix;

  @BeforeEach
  void install() {
    prefix = CLUSTER.topicPrefix(CycleCommandIT.class);
    assertThat(run("topics", "apply").code()).isZero();
  }

  @Test
  void aFailedCycleIsAskedForOnceMore() {
    assertThat(retry().code()).isEqualTo(2);
    assertThat(retry().err()).contains("is unknown");
    write(Topics.CERTIFICATION_REQUESTED, id("r1"), Cycles.request());
    assertThat(retry().err()).contains("has no result yet");
    write(Topics.CERTIFICATION_COMPLETED, id("c1"), Cycles.result(CycleVerdict.FAILED, 1));

    SpineRun asked = retry();

    assertThat(asked.err()).isEmpty();
    assertThat(asked.code()).isZero();
    assertThat(asked.out()).contains("asked for attempt 2 of cycle " + Cycles.CYCLE);
    CycleEvents events = new CycleLog(installation()).events(Cycles.CYCLE.toString());
    assertThat(events.requests()).hasSize(2);
    assertThat(events.requests().get(1).id())
        .isEqualTo(SpineIds.event("CertificationRequested", Cycles.CYCLE, 2).toString());
    assertThat(events.request().orElseThrow().getTrigger())
        .isEqualTo(CertificationTrigger.OPERATOR);
    assertThat(events.request().orElseThrow().getCauseId()).isEqualTo(id("c1"));

    assertThat(retry().code()).isEqualTo(2);
    write(Topics.CERTIFICATION_COMPLETED, id("c2"), Cycles.result(CycleVerdict.CERTIFIED, 2));
    SpineRun done = retry();
    assertThat(done.code()).isEqualTo(2);
    assertThat(done.err()).contains("is CERTIFIED; only a FAILED cycle can be run again");
  }

  private static String id(String name) {
    return SpineIds.event("test", name).toString();
  }

  private SpineRun retry() {
    return run("cycle", "retry", Cycles.CYCLE);
  }

  private SpineRun run(Object... command) {
    Object[] args = new Object[command.length + 6];
    System.arraycopy(command, 0, args, 0, command.length);
    Object[] options = {
      "--kafka", CLUSTER.bootstrapServers(), "--registry", CLUSTER.registryUrl(), "--prefix", prefix
    };
    System.arraycopy(options, 0, args, command.length, options.length);
    return SpineRun.of(args);
  }

  private Installation installation() {
    return new Installation(CLUSTER.bootstrapServers(), CLUSTER.registryUrl(), prefix);
  }

  /** As a service does: committed, with an event id. */
  private <T extends SpecificRecord> void write(Topic topic, String id, T value) {
    var properties = installation().producer();
    properties.put("transactional.id", UUID.randomUUID().toString());
    try (KafkaProducer<String, T> producer =
        new KafkaProducer<>(
            properties,
            new StringSerializer(),
            SpineSerdes.of(CLUSTER.registryUrl()).<T>event().serializer())) {
      ProducerRecord<String, T> event =
          new ProducerRecord<>(prefix + topic.name(), Cycles.CYCLE.toString(), value);
      EventHeaders.write(event.headers(), id, "test", "Test", Cycles.T0, null);
      producer.initTransactions();
      producer.beginTransaction();
      producer.send(event);
      producer.commitTransaction();
    }
    // the mark that ends a transaction reaches the topic a little after the call returns
    await().atMost(LIMIT).until(() -> isSeen(id));
  }

  private boolean isSeen(String id) {
    CycleEvents events = new CycleLog(installation()).events(Cycles.CYCLE.toString());
    return events.hasRequest(id) || events.results().stream().anyMatch(e -> e.id().equals(id));
  }
}
