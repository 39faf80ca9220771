package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records of writers whose schema differs from ours. */
class AvroReadingTest {

  private final CaseReader reader = new CaseReader(Cases.dictionary("lumbar"));

  private static GenericRecord record(String field, Schema type, Object value) {
    Schema schema =
        SchemaBuilder.record("Other").fields().name(field).type(type).noDefault().endRecord();
    GenericRecord record = new GenericData.Record(schema);
    record.put(field, value);
    return record;
  }

  private static Schema of(Schema.Type type) {
    return Schema.create(type);
  }

  @Test
  void takesNumbersOfEveryWidth() {
    assertThat(reader.avro(record("bmi", of(Schema.Type.FLOAT), 27.4f)).values())
        .containsEntry("bmi", 27.4);
    assertThat(reader.avro(record("bmi", of(Schema.Type.LONG), 27L)).values())
        .containsEntry("bmi", 27.0);
    assertThat(reader.avro(record("ageYears", of(Schema.Type.DOUBLE), 63.0)).values())
        .containsEntry("ageYears", 63L);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesNumbersThatAreNotFinite(double number) {
    for (String field : List.of("bmi", "ageYears")) {
      assertThat(reader.avro(record(field, of(Schema.Type.DOUBLE), number)).problems())
          .extracting(Finding::code, Finding::field)
          .contains(tuple("WRONG_TYPE", field));
    }
  }

  @Test
  void takesTextsOfEveryClass() {
    Schema sex = SchemaBuilder.enumeration("AnySex").symbols("MALE", "FEMALE");

    assertThat(reader.avro(record("sex", of(Schema.Type.STRING), new Utf8("MALE"))).values())
        .containsEntry("sex", "MALE");
    assertThat(reader.avro(record("sex", sex, new GenericData.EnumSymbol(sex, "FEMALE"))).values())
        .containsEntry("sex", "FEMALE");
  }

  @Test
  void refusesBytesEverywhere() {
    for (String field : List.of("bmi", "sex", "levelsFused", "diabetes", "header", "missing")) {
      ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2});
      assertThat(reader.avro(record(field, of(Schema.Type.BYTES), bytes)).problems())
          .extracting(Finding::code, Finding::field)
          .contains(tuple("WRONG_TYPE", field));
    }
  }

  @Test
  void refusesAFieldThatOnlyTheWriterKnowsEvenIfItIsNull() {
    assertThat(reader.avro(record("frailty", of(Schema.Type.NULL), null)).problems())
        .extracting(Finding::code, Finding::field)
        .contains(tuple("UNKNOWN_FIELD", "#1"));
  }

  @Test
  void readsReasonsWhoseKeysAreNoJavaStrings() {
    Schema map = Schema.createMap(of(Schema.Type.STRING));
    GenericRecord record = record("missing", map, Map.of(new Utf8("bmi"), new Utf8("DECLINED")));

    assertThat(reader.avro(record).missing()).isEqualTo(Map.of("bmi", "DECLINED"));
  }
}
