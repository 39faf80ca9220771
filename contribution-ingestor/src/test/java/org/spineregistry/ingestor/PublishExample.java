package org.spineregistry.ingestor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** A registry app in a few lines, as {@code docs/intake.md} shows it. */
final class PublishExample {
  private PublishExample() {}

  static void publish(
      String bootstrapServers,
      String registryUrl,
      String eventId,
      String caseId,
      SpecificRecord caseRecord)
      throws ExecutionException, InterruptedException {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("key.serializer", StringSerializer.class);
    settings.put("value.serializer", KafkaAvroSerializer.class);
    settings.put("schema.registry.url", registryUrl);
    settings.put("auto.register.schemas", false);
    settings.put("avro.remove.java.properties", true);
    settings.put("value.subject.name.strategy", TopicRecordNameStrategy.class);
    try (KafkaProducer<String, SpecificRecord> producer = new KafkaProducer<>(settings)) {
      var submission = new ProducerRecord<>("spine.case.submitted.v1", caseId, caseRecord);
      submission.headers().add("ce_id", eventId.getBytes(UTF_8));
      producer.send(submission).get();
    }
  }
}
