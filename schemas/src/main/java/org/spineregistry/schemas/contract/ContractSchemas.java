package org.spineregistry.schemas.contract;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.spineregistry.schemas.topic.Topic;
import org.spineregistry.schemas.topic.TopicNames;

/**
 * The Avro schemas as they are published: read from the schema files, with every property, without
 * marks of a language.
 */
public final class ContractSchemas {
  private final Map<String, Schema> events;
  private final Map<String, Schema> cases;

  private ContractSchemas(Map<String, Schema> events, Map<String, Schema> cases) {
    this.events = events;
    this.cases = cases;
  }

  /** Reads every schema of this module. */
  public static ContractSchemas load() {
    return new ContractSchemas(parse("avro/event"), parse("avro/case"));
  }

  /** Event records by full name. */
  public Map<String, Schema> events() {
    return events;
  }

  /** Case records by full name, one a campaign. */
  public Map<String, Schema> cases() {
    return cases;
  }

  /**
   * Registry subject to schema for one topic: {@code <topic>-value} where the topic carries one
   * type, {@code <topic>-<record>} where it carries several.
   */
  public Map<String, Schema> subjects(Topic topic, TopicNames names) {
    Map<String, Schema> subjects = new LinkedHashMap<>();
    for (Schema schema : recordsOf(topic)) {
      String suffix = topic.carriesSeveralTypes() ? schema.getFullName() : "value";
      subjects.put(names.of(topic) + "-" + suffix, schema);
    }
    return subjects;
  }

  private Collection<Schema> recordsOf(Topic topic) {
    if (topic.values().contains(Topic.CASE_RECORDS)) {
      return cases.values();
    }
    return topic.values().stream().map(this::event).toList();
  }

  private Schema event(String fullName) {
    Schema schema = events.get(fullName);
    if (schema == null) {
      throw new IllegalStateException("no schema file for " + fullName);
    }
    return schema;
  }

  private static Map<String, Schema> parse(String folder) {
    Schema.Parser parser = new Schema.Parser();
    parseAll(parser, ResourceFolder.read("avro/common", ".avsc").values());
    Map<String, Schema> records = new LinkedHashMap<>();
    for (Schema schema : parseAll(parser, ResourceFolder.read(folder, ".avsc").values())) {
      records.put(schema.getFullName(), schema);
    }
    return Collections.unmodifiableMap(records);
  }

  /** Shared types refer to no other file, so their order does not matter. */
  private static List<Schema> parseAll(Schema.Parser parser, Collection<String> texts) {
    return texts.stream().map(parser::parse).toList();
  }
}
