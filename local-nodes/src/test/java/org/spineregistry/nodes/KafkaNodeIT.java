package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.BrokerFault;
import org.spineregistry.nodes.process.ProcessGroup;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaNodeIT {
  private final ProcessGroup group = ProcessGroup.open();
  private KafkaSettings settings;
  private KafkaNode kafka;
  private BrokerClient client;

  @BeforeAll
  void startBroker(@TempDir Path root) {
    settings = KafkaSettings.under(root, new FreePort());
    kafka = new KafkaNode(settings, group);
    kafka.start();
    client = new BrokerClient(kafka.bootstrapServers());
  }

  @AfterAll
  void closeGroup() {
    group.close();
  }

  @Test
  void showsCommittedTransactionsAndNoAbortedOnes() throws Exception {
    client.createTopic("transactions");
    try (KafkaProducer<String, String> producer = client.transactional("committer")) {
      producer.beginTransaction();
      BrokerClient.send(producer, "transactions", "aborted");
      producer.abortTransaction();
      producer.beginTransaction();
      BrokerClient.send(producer, "transactions", "one", "two");
      producer.commitTransaction();
    }

    assertThat(client.committed("transactions", 2)).containsExactly("one", "two");
  }

  @Test
  void keepsClusterAndRecordsAfterKill9() throws Exception {
    client.createTopic("durable");
    String clusterId = client.clusterId();
    try (KafkaProducer<String, String> producer = client.transactional("durable-writer")) {
      producer.beginTransaction();
      BrokerClient.send(producer, "durable", "before");
      producer.commitTransaction();

      new BrokerFault(kafka.process()).crashAndRestart();

      // the same producer goes on, as a service does whose broker was restarted
      producer.beginTransaction();
      BrokerClient.send(producer, "durable", "after");
      producer.commitTransaction();
    }

    assertThat(client.clusterId()).isEqualTo(clusterId);
    assertThat(client.committed("durable", 2)).containsExactly("before", "after");
  }

  @Test
  void abortsTheTransactionThatAProducerLeftOpen() throws Exception {
    client.createTopic("abandoned");
    KafkaProducer<String, String> vanished = client.transactional("vanished");
    vanished.beginTransaction();
    BrokerClient.send(vanished, "abandoned", "never committed");
    try (KafkaProducer<String, String> producer = client.producer(Map.of())) {
      BrokerClient.send(producer, "abandoned", "behind it");
    }

    assertThat(client.committed("abandoned", 1)).containsExactly("behind it");
    vanished.close(Duration.ZERO);
  }

  @Test
  void doesNotCreateATopicByAccident() throws Exception {
    try (KafkaProducer<String, String> producer = client.producer(Map.of("max.block.ms", 500))) {
      assertThatThrownBy(() -> BrokerClient.send(producer, "misspelt", "lost"))
          .isInstanceOf(ExecutionException.class);
    }
    assertThat(client.topics()).doesNotContain("misspelt");
  }

  @Test
  void answersLateButAnswersWhenItWasPaused() throws Exception {
    client.createTopic("paused");
    BrokerFault fault = new BrokerFault(kafka.process());
    try (KafkaProducer<String, String> producer = client.producer(Map.of())) {
      BrokerClient.send(producer, "paused", "before");
      fault.pause();
      Future<?> sent = producer.send(new ProducerRecord<>("paused", "meanwhile"));
      assertThatThrownBy(() -> sent.get(700, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);

      fault.resume();
      sent.get(20, TimeUnit.SECONDS);
    } finally {
      fault.resume();
    }

    assertThat(client.committed("paused", 2)).containsExactly("before", "meanwhile");
  }

  @Test
  void comesBackWithTheSameDataAfterAStopThatLeavesNoProcess() throws Exception {
    client.createTopic("stopped");
    try (KafkaProducer<String, String> producer = client.producer(Map.of())) {
      BrokerClient.send(producer, "stopped", "kept");
    }
    long pid = kafka.process().pid();

    kafka.process().stop();

    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(kafka.process().exitCode()).as("a clean shutdown after SIGTERM").hasValue(143);

    kafka.start();
    assertThat(client.committed("stopped", 1)).containsExactly("kept");
  }

  @Test
  void writesAQuietLog() throws Exception {
    assertThat(Files.readString(settings.log()))
        .contains(KafkaBrokerMain.READY)
        .doesNotContain(" INFO ", " DEBUG ", "SLF4J");
  }

  @Test
  void namesThePortThatAnotherBrokerHas() {
    assertThatThrownBy(kafka::start)
        .hasMessageContaining("port " + settings.port() + " (Kafka) is taken");
    assertThat(kafka.process().isAlive()).isTrue();
  }
}
