package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What FULL_TRANSITIVE compatibility allows, and what an older reader makes of it. */
class SchemaEvolutionTest {

  @ParameterizedTest
  @ValueSource(strings = {"sacroiliac", "lumbar", "periodontal"})
  void aCampaignCanGetSymbolsAndVariables(String campaign) {
    Schema released = Cases.dictionary(campaign).schema();
    String variable =
        "{\"name\":\"frailty\",\"type\":[\"null\",\"int\"],\"default\":null,\"doc\":\"New.\","
            + "\"domain\":\"preoperative\",\"min\":0,\"max\":9},{\"name\":\"missing\"";
    Schema next =
        new Schema.Parser()
            .parse(
                released
                    .toString()
                    .replace(
                        "\"UNRECOGNISED\"],\"default\"", "\"UNRECOGNISED\",\"NEWER\"],\"default\"")
                    .replace("{\"name\":\"missing\"", variable));

    assertThat(DataDictionary.of(next).variables().size())
        .isEqualTo(Cases.dictionary(campaign).variables().size() + 1);
    assertThat(compatible(released, next)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    assertThat(compatible(next, released)).isEqualTo(SchemaCompatibilityType.COMPATIBLE);
  }

  private static SchemaCompatibilityType compatible(Schema reader, Schema writer) {
    return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType();
  }

  @Test
  void aSymbolThatAnOlderReaderDoesNotKnowIsRefusedAndNeverMapped() throws IOException {
    DataDictionary released = Cases.dictionary("sacroiliac");
    Schema next =
        new Schema.Parser()
            .parse(
                released
                    .schema()
                    .toString()
                    .replace(
                        "\"CURRENT\",\"UNRECOGNISED\"", "\"CURRENT\",\"VAPING\",\"UNRECOGNISED\""));
    DataDictionary newer = DataDictionary.of(next);
    CaseCandidate vaping =
        new CaseReader(newer).json(Cases.with("sacroiliac", "{'smoking': 'VAPING'}"));
    byte[] bytes = bytes(CaseRecords.toAvro(vaping));
    CaseReader intake = new CaseReader(released);

    CaseCandidate withWritersSchema = intake.avro(record(bytes, next, next));
    CaseCandidate withReadersSchema = intake.avro(record(bytes, next, released.schema()));

    for (CaseCandidate candidate : new CaseCandidate[] {withWritersSchema, withReadersSchema}) {
      assertThat(candidate.problems())
          .extracting(Finding::code, Finding::field)
          .containsExactly(org.assertj.core.api.Assertions.tuple("NOT_IN_LIST", "smoking"));
    }
  }

  private static byte[] bytes(GenericRecord record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static GenericRecord record(byte[] bytes, Schema writer, Schema reader)
      throws IOException {
    return new GenericDatumReader<GenericRecord>(writer, reader)
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }
}
