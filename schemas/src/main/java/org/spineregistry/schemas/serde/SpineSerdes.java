package org.spineregistry.schemas.serde;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Serdes of the contract: Confluent's Avro wire format (magic byte, schema id, Avro binary).
 * Schemas are registered by {@code spine topics apply}, never by a producer; a record whose schema
 * is not registered is refused.
 */
public final class SpineSerdes {
  private final Map<String, Object> settings;

  private SpineSerdes(Map<String, Object> settings) {
    TrustedClasses.install();
    this.settings = settings;
  }

  /**
   * @param registryUrl base of the Confluent API, or {@code mock://scope}
   */
  public static SpineSerdes of(String registryUrl) {
    return new SpineSerdes(settings(registryUrl, false));
  }

  /** For tests and tools that may register schemas by writing. */
  public static SpineSerdes registering(String registryUrl) {
    return new SpineSerdes(settings(registryUrl, true));
  }

  private static Map<String, Object> settings(String registryUrl, boolean register) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("schema.registry.url", registryUrl);
    settings.put("auto.register.schemas", register);
    // generated classes mark their strings as java.lang.String; the contract does not
    settings.put("avro.remove.java.properties", true);
    settings.put("avro.use.logical.type.converters", true);
    return settings;
  }

  /** Events: topics that carry one record type, whose subject is named by the topic. */
  public <T extends SpecificRecord> Serde<T> event() {
    return serde(Map.of("specific.avro.reader", true));
  }

  /** Events of several types in one topic. Subjects are named by topic and record. */
  public <T extends SpecificRecord> Serde<T> events() {
    return serde(
        Map.of(
            "specific.avro.reader",
            true,
            "value.subject.name.strategy",
            TopicRecordNameStrategy.class.getName()));
  }

  /**
   * Case records of any campaign, read with the writer's schema, so that nothing a writer sent is
   * dropped or mapped to a default. Subjects are named by topic and record.
   */
  public Serde<GenericRecord> cases() {
    return serde(
        Map.of(
            "specific.avro.reader",
            false,
            "value.subject.name.strategy",
            TopicRecordNameStrategy.class.getName()));
  }

  /** For readers that take only a part of a record. */
  public WriterSchemas writerSchemas() {
    return new WriterSchemas((String) settings.get("schema.registry.url"));
  }

  @SuppressWarnings("unchecked")
  private <T> Serde<T> serde(Map<String, Object> more) {
    Map<String, Object> all = new HashMap<>(settings);
    all.putAll(more);
    KafkaAvroSerializer serializer = new KafkaAvroSerializer();
    serializer.configure(all, false);
    KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer();
    deserializer.configure(all, false);
    return (Serde<T>) Serdes.serdeFrom(serializer, deserializer);
  }
}
