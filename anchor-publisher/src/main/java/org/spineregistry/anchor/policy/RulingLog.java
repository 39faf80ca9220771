package org.spineregistry.anchor.policy;

import static org.spineregistry.schemas.topic.Topics.REWARD_RULING;

import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.anchor.reward.decision.Ruling;
import org.spineregistry.event.RewardRuling;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;

/** Writes rulings, in the order in which they come. */
public final class RulingLog implements AutoCloseable {
  private final String topic;
  private final KafkaProducer<String, RewardRuling> producer;

  public RulingLog(KafkaClients clients, TopicNames names, SpineSerdes serdes) {
    topic = names.of(REWARD_RULING);
    Properties properties = clients.producer();
    producer =
        new KafkaProducer<>(
            properties, new StringSerializer(), serdes.<RewardRuling>event().serializer());
  }

  /**
   * Returns when the ruling is on all replicas.
   *
   * @param ruling without problems
   * @throws KafkaException when it could not be written
   */
  public void write(Ruling ruling) throws InterruptedException {
    RewardRuling event =
        RewardRuling.newBuilder()
            .setRulingId(ruling.rulingId())
            .setAction(ruling.action())
            .setTarget(ruling.target())
            .setTargetId(ruling.targetId())
            .setCause(ruling.cause())
            .setAmountBaseUnits(ruling.amount() == null ? null : ruling.amount().toString())
            .setRuledAt(ruling.at())
            .build();
    ProducerRecord<String, RewardRuling> record =
        new ProducerRecord<>(topic, ruling.targetId(), event);
    EventHeaders.write(
        record.headers(),
        ruling.eventId(),
        "anchor-publisher",
        event.getSchema().getName(),
        ruling.at(),
        null);
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new KafkaException("the ruling could not be written", e.getCause());
    }
  }

  /** Id of the event that carries a ruling; the same for the same ruling. */
  public static String eventId(String rulingId) {
    return SpineIds.event("RewardRuling", rulingId).toString();
  }

  @Override
  public void close() {
    producer.close();
  }
}
