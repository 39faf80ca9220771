package org.spineregistry.ingestor.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.service.health.Condition;

class ReceiptsTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private final LoopbackKafka kafka = new LoopbackKafka();

  @AfterEach
  void stop() {
    kafka.close();
  }

  private void start() {
    kafka.receipts.start();
    await().until(() -> kafka.receipts.condition() == Condition.WORKING);
  }

  @Test
  void givesEachReceiptToWhoeverWaitsForIt() throws Exception {
    start();
    CompletableFuture<CaseReceipt> first = kafka.receipts.of("1", LONG);
    CompletableFuture<CaseReceipt> second = kafka.receipts.of("2", LONG);
    kafka.receipt("2", IntakeOutcome.DUPLICATE);
    kafka.receipt("1", IntakeOutcome.ACCEPTED);

    assertThat(first.get(30, TimeUnit.SECONDS).getOutcome()).isEqualTo(IntakeOutcome.ACCEPTED);
    assertThat(second.get(30, TimeUnit.SECONDS).getOutcome()).isEqualTo(IntakeOutcome.DUPLICATE);
    assertThat(kafka.receipts.details()).containsEntry("waiting", 0);
  }

  @Test
  void leavesReceiptsOfOthersUndecoded() throws Exception {
    start();
    CompletableFuture<CaseReceipt> mine = kafka.receipts.of("mine", LONG);
    kafka.raw("theirs", new byte[] {1, 2, 3});
    kafka.raw(null, new byte[0]);
    kafka.receipt("mine", IntakeOutcome.ACCEPTED);

    assertThat(mine.get(30, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void aReceiptThatCannotBeDecodedFailsItsOwnOnly() throws Exception {
    start();
    CompletableFuture<CaseReceipt> broken = kafka.receipts.of("broken", LONG);
    CompletableFuture<CaseReceipt> whole = kafka.receipts.of("whole", LONG);
    kafka.raw("broken", new byte[] {1, 2, 3});
    kafka.receipt("whole", IntakeOutcome.ACCEPTED);

    assertThatThrownBy(() -> broken.get(30, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
    assertThat(whole.get(30, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void forgetsWhoeverWaitedTooLong() {
    start();
    CompletableFuture<CaseReceipt> late = kafka.receipts.of("late", Duration.ofMillis(20));

    assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS))
        .hasCauseInstanceOf(TimeoutException.class);
    await().until(() -> kafka.receipts.details().get("waiting").equals(0));
  }

  @Test
  void isNotReadyBeforeItsPositionIsFixed() {
    assertThat(kafka.receipts.condition()).isEqualTo(Condition.STARTING);
  }

  @Test
  void triesAgainAndThenStopsForGood() {
    AtomicInteger tries = new AtomicInteger();
    try (Receipts receipts =
        new Receipts(
            () -> {
              tries.incrementAndGet();
              throw new KafkaException("MARKER");
            },
            LoopbackKafka.SERDES.<CaseReceipt>event().deserializer(),
            List.of(new TopicPartition("t", 0)),
            Duration.ofMillis(1))) {
      receipts.start();
      await().until(() -> receipts.condition() == Condition.FAILED);
      assertThat(tries).hasValue(9);
    }
  }
}
