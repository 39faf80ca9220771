package org.spineregistry.ingestor.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.Samples.avro;
import static org.spineregistry.ingestor.Samples.caseId;
import static org.spineregistry.ingestor.Samples.sacroiliac;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.DeadLetter;

/**
 * Records that nobody can process become dead letters with coordinates only, and the stream goes
 * on.
 */
class PoisonTest {
  private static final String MARKER = "QQMARKER7";
  private IntakeDriver intake;

  @BeforeEach
  void start() {
    intake = new IntakeDriver();
  }

  @AfterEach
  void goesOn() {
    intake.submit(avro(sacroiliac(99, 1)));
    assertThat(intake.accepted.readRecord().key()).isEqualTo(caseId(99));
    intake.close();
  }

  private DeadLetter letterOf(byte[] value) {
    intake.bytes.pipeInput(MARKER, value);
    DeadLetter letter = intake.letters.readValue();
    assertThat(intake.everythingWritten()).doesNotContain(MARKER);
    return letter;
  }

  @Test
  void textIsNotDecodable() {
    DeadLetter letter = letterOf((MARKER + " no Avro").getBytes(StandardCharsets.UTF_8));

    assertThat(letter.getReasonCode()).isEqualTo("NOT_DECODABLE");
    assertThat(letter.getTopic()).isEqualTo("spine.case.submitted.v1");
    assertThat(letter.getOffset()).isZero();
    assertThat(letter.getService()).isEqualTo("contribution-ingestor");
    assertThat(letter.getStage()).isEqualTo("DESERIALIZATION");
  }

  @Test
  void truncatedAvroIsNotDecodable() {
    byte[] whole = intake.encoded(avro(sacroiliac(1, 1)));
    byte[] half = java.util.Arrays.copyOf(whole, whole.length / 2);

    assertThat(letterOf(half).getReasonCode()).isEqualTo("NOT_DECODABLE");
  }

  @Test
  void aTextThatClaimsAGigabyteIsNotDecodable() {
    byte[] head = java.util.Arrays.copyOf(intake.encoded(avro(sacroiliac(1, 1))), 5);
    // 1 << 30 as Avro's variable-length long: the length of header.caseId
    byte[] length = {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x08};
    byte[] value = ByteBuffer.allocate(10).put(head).put(length).array();

    assertThat(letterOf(value).getReasonCode()).isEqualTo("NOT_DECODABLE");
  }

  @Test
  void anUnknownSchemaIdIsNamed() {
    byte[] value = ByteBuffer.allocate(6).put((byte) 0).putInt(987_654).put((byte) 2).array();

    assertThat(letterOf(value).getReasonCode()).isEqualTo("UNKNOWN_SCHEMA");
  }

  @Test
  void aRecordOfNoCampaignIsNamed() {
    Schema schema =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"Other\",\"namespace\":\"org.example\",\"fields\":["
                    + "{\"name\":\"text\",\"type\":\"string\"}]}");
    GenericRecord other = new GenericData.Record(schema);
    other.put("text", MARKER);

    DeadLetter letter = letterOf(intake.encoded(other));

    assertThat(letter.getReasonCode()).isEqualTo("UNKNOWN_SCHEMA");
    assertThat(letter.getStage()).isEqualTo("PROCESSING");
    assertThat(letter.getExceptionClass()).isNull();
  }

  @Test
  void aRecordWithoutAValueIsNotDecodable() {
    assertThat(letterOf(null).getReasonCode()).isEqualTo("NOT_DECODABLE");
  }

  @Test
  void aRecordAboveTheLimitIsTooLarge() {
    byte[] value = new byte[IntakeDriver.MOST_BYTES + 1];

    assertThat(letterOf(value).getReasonCode()).isEqualTo("TOO_LARGE");
  }

  @Test
  void anyLengthOfACaseIsHandled() {
    byte[] whole = intake.encoded(avro(sacroiliac(1, 1)));
    List<String> codes = new java.util.ArrayList<>();
    for (int length = 0; length < whole.length; length++) {
      codes.add(letterOf(java.util.Arrays.copyOf(whole, length)).getReasonCode());
    }
    assertThat(codes).containsOnly("NOT_DECODABLE");
  }
}
