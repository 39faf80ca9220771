package org.spineregistry.schemas.plan;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.spineregistry.schemas.contract.ContractSchemas;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;

/** Compares the registry's subjects with the contract, and registers what is missing. */
public final class SchemaPlan {
  /** Every released version can read every other one. */
  static final String COMPATIBILITY = "FULL_TRANSITIVE";

  private static final int NOT_FOUND = 404;

  private final SchemaRegistryClient registry;
  private final Map<String, Schema> subjects = new LinkedHashMap<>();

  public SchemaPlan(
      SchemaRegistryClient registry,
      ContractSchemas contract,
      TopicNames names,
      Collection<Topic> topics) {
    this.registry = registry;
    topics.forEach(topic -> subjects.putAll(contract.subjects(topic, names)));
  }

  /**
   * Differences now; empty when every subject has this version's schema and the right
   * compatibility.
   */
  public List<Difference> differences() throws IOException, RestClientException {
    List<Difference> differences = new ArrayList<>();
    for (Map.Entry<String, Schema> subject : subjects.entrySet()) {
      if (!registered(subject.getKey(), subject.getValue())) {
        differences.add(
            new Difference(
                Difference.Kind.SCHEMA_MISSING,
                subject.getKey(),
                subject.getValue().getFullName()));
      }
      String level = compatibility(subject.getKey());
      if (!COMPATIBILITY.equals(level)) {
        differences.add(
            new Difference(
                Difference.Kind.COMPATIBILITY_DIFFERS,
                subject.getKey(),
                "is " + level + ", declared " + COMPATIBILITY));
      }
    }
    return differences;
  }

  /**
   * Registers missing schemas and sets the compatibility; the registry refuses an incompatible one.
   */
  public void apply() throws IOException, RestClientException {
    for (Difference difference : differences()) {
      String subject = difference.subject();
      switch (difference.kind()) {
        case SCHEMA_MISSING -> registry.register(subject, new AvroSchema(subjects.get(subject)));
        case COMPATIBILITY_DIFFERS -> registry.updateCompatibility(subject, COMPATIBILITY);
        default -> throw new IllegalStateException("not a difference of the registry");
      }
    }
  }

  private boolean registered(String subject, Schema schema)
      throws IOException, RestClientException {
    try {
      registry.getId(subject, new AvroSchema(schema));
      return true;
    } catch (RestClientException e) {
      return ifNotFound(e, false);
    }
  }

  private String compatibility(String subject) throws IOException, RestClientException {
    try {
      return registry.getCompatibility(subject);
    } catch (RestClientException e) {
      return ifNotFound(e, "not set");
    }
  }

  private static <T> T ifNotFound(RestClientException e, T value) throws RestClientException {
    if (e.getStatus() == NOT_FOUND) {
      return value;
    }
    throw e;
  }
}
