package org.spineregistry.anchor.settlement;

import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;
import static org.spineregistry.schemas.topic.Topics.REWARD_SETTLED;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.anchor.settlement.plan.Dues;
import org.spineregistry.anchor.settlement.plan.SettlementProblem;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.failure.DecodingFault;

/**
 * Reads all decisions and reports from their beginning, at every start: what is owed is state of
 * memory alone, and nothing is committed. A decision that cannot be read stops the payer, because
 * it may be a reversal; a report that cannot be read is somebody else's, and is passed over.
 */
final class SettlementInput implements AutoCloseable {
  private static final Logger LOGGER = LoggerFactory.getLogger(SettlementInput.class);

  private final Consumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions = new ArrayList<>();
  private final String granted;
  private final Deserializer<SpecificRecord> deserializer;
  private final Dues dues;

  SettlementInput(
      Consumer<String, byte[]> consumer, TopicNames names, SpineSerdes serdes, Dues dues) {
    this.consumer = consumer;
    this.granted = names.of(REWARD_GRANTED);
    this.deserializer = serdes.<SpecificRecord>event().deserializer();
    this.dues = dues;
    for (Topic topic : List.of(REWARD_GRANTED, REWARD_SETTLED)) {
      for (int p = 0; p < topic.partitions(); p++) {
        partitions.add(new TopicPartition(names.of(topic), p));
      }
    }
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /** Takes in what has arrived, waiting for it at most as long as given. */
  void poll(Duration timeout) {
    consumer.poll(timeout).forEach(this::take);
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      return;
    }
    SpecificRecord event;
    try {
      event = deserializer.deserialize(record.topic(), record.headers(), record.value());
    } catch (RuntimeException e) {
      if (record.topic().equals(granted) || DecodingFault.of(e).registryAtFault()) {
        throw new UnreadableInput(record.topic(), record.partition(), record.offset(), e);
      }
      LOGGER
          .atWarn()
          .addKeyValue("topic", record.topic())
          .addKeyValue("partition", record.partition())
          .addKeyValue("offset", record.offset())
          .log("a report on a payout cannot be read");
      return;
    }
    if (event instanceof RewardGranted decision) {
      dues.decided(decision);
    } else if (event instanceof RewardSettled report) {
      dues.reported(report);
    }
  }

  /** Whether everything that is committed now was taken in. */
  boolean current() {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
  }

  void wakeup() {
    consumer.wakeup();
  }

  @Override
  public void close() {
    consumer.close();
  }

  /** The next process tries again. */
  static final class UnreadableInput extends SettlementProblem {
    private static final long serialVersionUID = 1L;

    UnreadableInput(String topic, int partition, long offset, Exception cause) {
      super("record " + topic + "-" + partition + "@" + offset + " cannot be read", cause);
    }
  }
}
