package org.spineregistry.certification.registry;

import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/**
 * Case records of an invented campaign: what the registry reads is in the schema, so any campaign
 * will do.
 */
final class TestCases {
  static final Schema SCHEMA =
      new Schema.Parser()
          .parse(
              """
              {"type":"record","name":"TestCase","namespace":"org.spineregistry.campaign",
               "windows":[{"name":"3m","filledBy":["odi3m","vasBack3m"]},{"name":"12m","filledBy":["odi12m"]}],
               "fields":[
                {"name":"header","type":{"type":"record","name":"TestHeader","fields":[
                  {"name":"caseId","type":"string"},{"name":"campaignId","type":"string"},
                  {"name":"siteId","type":"string"},{"name":"contributorId","type":"string"},
                  {"name":"revision","type":"int"}]}},
                {"name":"odi3m","type":["null","double"],"default":null},
                {"name":"vasBack3m","type":["null","double"],"default":null},
                {"name":"odi12m","type":["null","double"],"default":null}]}
              """);

  private TestCases() {}

  static String caseId(int n) {
    return new UUID(0x4000L | (long) n << 20, 0x8000000000000000L | n).toString();
  }

  static GenericRecord of(String campaignId, int n, int revision) {
    GenericRecord header = new GenericData.Record(SCHEMA.getField("header").schema());
    header.put("caseId", caseId(n));
    header.put("campaignId", campaignId);
    header.put("siteId", "site-aaaaaa");
    header.put("contributorId", "contributor-" + "abcdef".substring(n % 6) + "000000");
    header.put("revision", revision);
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("header", header);
    return record;
  }

  static GenericRecord with(GenericRecord record, String field, Double value) {
    record.put(field, value);
    return record;
  }
}
