package org.spineregistry.anchor.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.anchor.protocol.IntentBook;

/**
 * The input: polls completed cycles and closed batches, and commits what came out of them. While a
 * dependency is at fault the position stays where it is, and polling goes on, so that the
 * membership of the group is kept.
 */
final class CompletedCycles implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(CompletedCycles.class);

  private final Consumer<String, byte[]> consumer;
  private final Intake intake;
  private final IntentLog log;
  private final IntentBook<Tracked> book;
  private final InputRetry retry;

  CompletedCycles(
      Consumer<String, byte[]> consumer,
      List<String> topics,
      Intake intake,
      IntentLog log,
      IntentBook<Tracked> book,
      InputRetry retry) {
    this.consumer = consumer;
    this.intake = intake;
    this.log = log;
    this.book = book;
    this.retry = retry;
    consumer.subscribe(topics);
  }

  int failures() {
    return retry.failures();
  }

  /**
   * Takes in what has arrived, waiting for it at most as long as given.
   *
   * @param genesisHash null while it is unknown: then nothing is taken
   * @throws IOException when the retries are used up
   */
  void poll(Duration timeout, String genesisHash) throws IOException {
    if (genesisHash == null || !retry.due()) {
      consumer.pause(consumer.assignment());
    } else {
      consumer.resume(consumer.paused());
    }
    ConsumerRecords<String, byte[]> records = consumer.poll(timeout);
    if (records.isEmpty()) {
      return;
    }
    if (genesisHash == null) {
      rewind(records); // a rebalance brings partitions that were not paused yet
      return;
    }
    take(records, genesisHash);
  }

  private void take(ConsumerRecords<String, byte[]> records, String genesisHash)
      throws IOException {
    try {
      InputBatch batch = intake.read(records, genesisHash, consumer.groupMetadata());
      log.queue(batch);
      batch.intents().forEach(book::put);
      retry.succeeded();
    } catch (CommitFailedException e) {
      LOGGER.info("completed cycles moved to another member of the group");
      rewind(records);
    } catch (IOException e) {
      rewind(records);
      boolean again = retry.failed();
      LOGGER
          .atWarn()
          .addKeyValue("exception", e.getClass().getName())
          .addKeyValue("failures", retry.failures())
          .log("a dependency is at fault, completed cycles are not taken in");
      if (!again) {
        throw e;
      }
    }
  }

  private void rewind(ConsumerRecords<String, byte[]> records) {
    for (TopicPartition partition : records.partitions()) {
      if (consumer.assignment().contains(partition)) {
        consumer.seek(partition, records.records(partition).get(0).offset());
      }
    }
  }

  void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }
}
