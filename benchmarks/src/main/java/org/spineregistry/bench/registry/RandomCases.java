package org.spineregistry.bench.registry;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Case records with a value in every field, of the size that real ones have. They are no patients
 * and obey no rule.
 */
final class RandomCases {
  private final Schema schema;
  private final String campaignId;
  private final Random random;

  RandomCases(Schema schema, String campaignId, long seed) {
    this.schema = schema;
    this.campaignId = campaignId;
    this.random = new Random(seed);
  }

  GenericRecord next() {
    GenericRecord record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(
          field.pos(),
          field.name().equals("header") ? header(field.schema()) : value(field.schema()));
    }
    return record;
  }

  private GenericRecord header(Schema header) {
    GenericRecord record = new GenericData.Record(header);
    for (Schema.Field field : header.getFields()) {
      record.put(
          field.pos(),
          switch (field.name()) {
            case "caseId" -> new UUID(random.nextLong(), random.nextLong()).toString();
            case "campaignId" -> campaignId;
            case "siteId" -> "site-" + (100_000 + random.nextInt(10));
            case "contributorId" -> "contributor-" + (100_000 + random.nextInt(13));
            case "revision" -> 1;
            case "operationYear" -> 2025;
            case "correctionOf" -> null;
            default -> value(field.schema());
          });
    }
    return record;
  }

  private Object value(Schema schema) {
    return switch (schema.getType()) {
      case UNION -> value(schema.getTypes().get(schema.getTypes().size() - 1));
      case INT -> random.nextInt(100);
      case LONG -> (long) random.nextInt(100);
      case DOUBLE -> random.nextInt(1000) / 10.0;
      case BOOLEAN -> random.nextBoolean();
      case STRING -> "text";
      case ENUM -> {
        List<String> symbols = schema.getEnumSymbols();
        yield new GenericData.EnumSymbol(schema, symbols.get(random.nextInt(symbols.size())));
      }
      case ARRAY -> List.of();
      case MAP -> Map.of();
      default -> throw new IllegalArgumentException(schema.getType().name());
    };
  }
}
