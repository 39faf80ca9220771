package org.spineregistry.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientFactory;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The schemas that records were written with, by the id in their first bytes. Each is asked for
 * once.
 */
public final class WriterSchemas {
  private static final int CACHE = 1000;

  private final SchemaRegistryClient registry;

  WriterSchemas(String registryUrl) {
    registry =
        SchemaRegistryClientFactory.newClient(
            List.of(registryUrl), CACHE, List.of(new AvroSchemaProvider()), Map.of(), Map.of());
  }

  /**
   * @throws SerializationException caused by the registry's answer, or by its silence
   */
  public Schema byId(int id) {
    try {
      return ((AvroSchema) registry.getSchemaById(id)).rawSchema();
    } catch (IOException | RestClientException e) {
      throw new SerializationException("schema " + id + " cannot be read", e);
    }
  }
}
