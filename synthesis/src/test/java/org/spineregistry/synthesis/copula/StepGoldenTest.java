package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptContract;
import org.spineregistry.synthesis.testing.OptData;

/** The bytes of engine version 2: another JVM, another machine, a later commit must give them. */
class StepGoldenTest {
  private static final String DIGEST =
      "c88b2c49a7648f76af24d860b0029bbc4e21d3dad36e9198b9c4f7903191a778";

  @Test
  void theRealCohortGivesTheseBytes() throws Exception {
    Table cohort = OptData.cohort();
    Table rows =
        new StepCopula(StepOptions.of(3, 3), OptContract.of(cohort), Seed.ofHex("5e".repeat(32)))
            .fit(cohort)
            .sample(1000, "golden")
            .table();

    byte[] digest = MessageDigest.getInstance("SHA-256").digest(CsvWriter.write(rows));

    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(DIGEST);
  }
}
