package org.spineregistry.synthesis.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

class CohortDigestTest {
  private static final byte[] KEY = new byte[32];

  static {
    Arrays.fill(KEY, (byte) 0x0b);
  }

  /** Computed with openssl dgst -sha256 -mac HMAC. */
  @Test
  void digestIsHmacSha256() {
    assertThat(new CohortDigest(KEY).of("Hi There".getBytes(UTF_8)))
        .isEqualTo("198a607eb44bfbc69903a0f1cf2bbdc5ba0aa3f3d9ae3c1c7a3b1696a0b68cf7");
  }

  @Test
  void digestDependsOnKeyCellsAndCaseIds() {
    Table cohort = OptData.cohort();
    Table changed = cohort.select(IntStream.range(0, 823).map(i -> i == 5 ? 6 : i).toArray());
    byte[] other = KEY.clone();
    other[31]++;
    byte[] csv = CsvWriter.write(cohort, "caseId", OptData.caseIds());
    String digest = new CohortDigest(KEY).of(csv);

    assertThat(new CohortDigest(KEY).of(csv)).isEqualTo(digest);
    assertThat(new CohortDigest(other).of(csv)).isNotEqualTo(digest);
    assertThat(new CohortDigest(KEY).of(CsvWriter.write(changed, "caseId", OptData.caseIds())))
        .isNotEqualTo(digest);
    assertThat(new CohortDigest(KEY).of(CsvWriter.write(cohort))).isNotEqualTo(digest);
  }

  @Test
  void keyIsNamedWithoutBeingTold() {
    String keyId = new CohortDigest(KEY).keyId();

    assertThat(keyId).matches("[0-9a-f]{64}").isNotEqualTo(new CohortDigest(new byte[32]).keyId());
    assertThatThrownBy(() -> new CohortDigest(new byte[16])).hasMessageContaining("32 bytes");
  }
}
