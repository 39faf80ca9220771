package org.spineregistry.ingestor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.spineregistry.ingestor.check.IntakeChecks;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.CaseRecords;
import org.spineregistry.schemas.dictionary.DataDictionary;

/** Cases without any finding, to be broken by tests. Synthetic: no patient stands behind them. */
public final class Samples {
  public static final String SIJ = "sacroiliac-fusion";
  public static final String LUMBAR = "lumbar-fusion";
  public static final Campaigns CAMPAIGNS = Campaigns.fromClasspath();
  public static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-06-01T10:00:00Z"), ZoneOffset.UTC);
  public static final IntakeChecks CHECKS = new IntakeChecks(CAMPAIGNS, CLOCK);

  private static final ObjectMapper JSON = new ObjectMapper();

  private Samples() {}

  public static ObjectNode sacroiliac() {
    return read("/cases/sacroiliac.json");
  }

  public static ObjectNode lumbar() {
    return read("/cases/lumbar.json");
  }

  /** A random-looking caseId, the same for the same number. */
  public static String caseId(int n) {
    long high = ((0x9e3779b97f4a7c15L * (n + 1)) & 0xffffffffffff0fffL) | 0x4000L;
    long low = ((0xbf58476d1ce4e5b9L * (n + 7)) & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  public static ObjectNode sacroiliac(int n, int revision) {
    ObjectNode tree = sacroiliac();
    header(tree).put("caseId", caseId(n)).put("revision", revision);
    return tree;
  }

  public static ObjectNode header(ObjectNode tree) {
    return (ObjectNode) tree.get("header");
  }

  public static DataDictionary dictionary(String campaignId) {
    return CAMPAIGNS.byId(campaignId).orElseThrow();
  }

  /** The Avro record of a well-shaped case. */
  public static GenericRecord avro(JsonNode tree) {
    DataDictionary dictionary = dictionary(tree.at("/header/campaignId").textValue());
    return CaseRecords.toAvro(new CaseReader(dictionary).json(tree));
  }

  /** The schema of a campaign as a writer might have it: with one more field at the end. */
  public static Schema extended(String campaignId, String fieldJson) {
    try {
      ObjectNode schema = (ObjectNode) JSON.readTree(dictionary(campaignId).schema().toString());
      schema.withArray("fields").add(JSON.readTree(fieldJson));
      return new Schema.Parser().parse(schema.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same record by another schema; fields that it does not have stay empty. */
  public static GenericRecord as(Schema schema, GenericRecord record) {
    GenericRecord copy = new GenericData.Record(schema);
    record.getSchema().getFields().forEach(f -> copy.put(f.name(), record.get(f.pos())));
    return copy;
  }

  private static ObjectNode read(String resource) {
    try (InputStream in = Samples.class.getResourceAsStream(resource)) {
      return (ObjectNode) JSON.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
