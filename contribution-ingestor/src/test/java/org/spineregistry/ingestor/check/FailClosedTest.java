package org.spineregistry.ingestor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.spineregistry.ingestor.Samples.CHECKS;
import static org.spineregistry.ingestor.Samples.avro;
import static org.spineregistry.ingestor.Samples.sacroiliac;

import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.spineregistry.ingestor.check.Transport.Header;

/** A check that throws refuses the case; the exception's text goes nowhere. */
class FailClosedTest {
  /** A record that cannot be read, as a faulty reader or schema would make it. */
  private static final class Unreadable extends GenericData.Record {
    Unreadable(Schema schema) {
      super(schema);
    }

    @Override
    public Object get(int i) {
      throw new IllegalStateException("MARKER of the patient");
    }
  }

  @Test
  void aCaseThatCannotBeReadIsRefused() {
    GenericRecord good = avro(sacroiliac());

    Verdict verdict =
        CHECKS.avro(new Unreadable(good.getSchema()), Transport.rest(), Optional.empty());

    assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.REJECTED);
    assertThat(Cases.told(verdict)).containsExactly("CHECK_FAILED@", "CHECK_FAILED@");
    assertThat(verdict.findings().toString()).doesNotContain("MARKER");
  }

  @Test
  void theOtherChecksStillRun() {
    GenericRecord good = avro(sacroiliac());
    Transport transport = new Transport("not the case", true, true, List.of(new Header("a", "b")));

    Verdict verdict = CHECKS.avro(new Unreadable(good.getSchema()), transport, Optional.empty());

    assertThat(Cases.told(verdict))
        .contains("KEY_MISMATCH@key", "HEADER_NOT_ALLOWED@headers.#1", "CHECK_FAILED@");
  }

  @Test
  void aCheckThatOverflowsTheStackIsRefusedAsWell() {
    Guard guard = new Guard();
    int result = guard.run(org.spineregistry.schemas.dictionary.Stage.SHAPE, 7, () -> forever(1));
    assertThat(result).isEqualTo(7);
    assertThat(guard.failures()).singleElement().satisfies(f -> assertThat(f.rejects()).isTrue());
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int forever(int n) {
    return forever(n + 1) + 1;
  }

  @Test
  void aRecordOfNoCampaignIsNotChecked() {
    Schema schema = Schema.createRecord("Other", null, "org.example", false, List.of());
    assertThat(CHECKS.knows(schema.getFullName())).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> CHECKS.avro(new GenericData.Record(schema), Transport.rest(), Optional.empty()));
  }
}
