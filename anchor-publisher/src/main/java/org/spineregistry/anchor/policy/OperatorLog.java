package org.spineregistry.anchor.policy;

import static org.spineregistry.schemas.topic.Topics.REWARD_PRICE;
import static org.spineregistry.schemas.topic.Topics.REWARD_RULING;

import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.anchor.reward.decision.Ruling;
import org.spineregistry.event.RewardRuling;
import org.spineregistry.event.TokenPriceQuoted;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.schemas.id.SpineIds;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;

/** Writes what operators say, in the order in which they say it. */
public final class OperatorLog implements AutoCloseable {
  private final TopicNames names;
  private final KafkaProducer<String, SpecificRecord> producer;

  public OperatorLog(KafkaClients clients, TopicNames names, SpineSerdes serdes) {
    this.names = names;
    producer =
        new KafkaProducer<>(
            clients.producer(),
            new StringSerializer(),
            serdes.<SpecificRecord>event().serializer());
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
    write(REWARD_RULING, ruling.targetId(), event, ruling.eventId(), ruling.at());
  }

  /**
   * Returns when the price is on all replicas.
   *
   * @param price that the policy accepts
   * @throws KafkaException when it could not be written
   */
  public void write(TokenPriceQuoted price) throws InterruptedException {
    write(
        REWARD_PRICE,
        price.getSymbol(),
        price,
        // of the content too: payouts name the price by it
        SpineIds.event(
                "TokenPriceQuoted", price.getPriceId(), price.getUsdPerToken(), price.getQuotedAt())
            .toString(),
        price.getQuotedAt());
  }

  private void write(Topic topic, String key, SpecificRecord event, String eventId, Instant at)
      throws InterruptedException {
    ProducerRecord<String, SpecificRecord> record =
        new ProducerRecord<>(names.of(topic), key, event);
    EventHeaders.write(
        record.headers(), eventId, "anchor-publisher", event.getSchema().getName(), at, null);
    try {
      producer.send(record).get();
    } catch (ExecutionException e) {
      throw new KafkaException("what an operator says could not be written", e.getCause());
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
