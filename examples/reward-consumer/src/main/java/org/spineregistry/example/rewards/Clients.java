package org.spineregistry.example.rewards;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.schemas.serde.SpineSerdes;

/**
 * The two Kafka clients of a payer.
 *
 * @param group under which the broker shows how far the book is
 */
record Clients(String kafka, String registry, String group) {

  KafkaConsumer<String, SpecificRecord> consumer() {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            kafka,
            "group.id",
            group,
            "isolation.level",
            "read_committed", // or payouts of transactions that were undone are paid
            "enable.auto.commit",
            "false",
            "auto.offset.reset",
            "none", // the book says where to read; a gap must stop us
            "allow.auto.create.topics",
            "false"),
        new StringDeserializer(),
        SpineSerdes.of(registry).<SpecificRecord>event().deserializer());
  }

  KafkaProducer<String, RewardSettled> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", kafka, "acks", "all", "enable.idempotence", "true"),
        new StringSerializer(),
        SpineSerdes.of(registry).<RewardSettled>event().serializer());
  }
}
