package org.spineregistry.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;

class PrivateGenerateTest {
  private static final String SEED = "5e".repeat(32);

  @TempDir Path dir;

  @Test
  void theRowsComeWithTheAccountOfTheirPrivacy() throws IOException {
    Path cohort = simulated(5000);
    SpineRun run = generate(cohort, "one", "--schema", "sacroiliac-fusion", "--epsilon", 2);

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("Differentially private: epsilon 2.0, delta 1.0E-6, one of 5,000 patients")
        .contains("Empty, because the schema does not list their levels: complications90d.");
    assertThat(Files.readString(dir.resolve("one/privacy.json")))
        .contains("\"epsilon\":2", "\"delta\":0.000001", "\"patients\":5000", "\"countNoiseSd\":");
    assertThat(Files.readAllLines(dir.resolve("one/synthetic-3000.csv"))).hasSize(3001);

    generate(cohort, "two", "--schema", "sacroiliac-fusion", "--epsilon", 2);
    assertThat(dir.resolve("two/synthetic-3000.csv"))
        .hasSameBinaryContentAs(dir.resolve("one/synthetic-3000.csv"));
  }

  @Test
  void tooFewPatientsAreRefusedWithTheNoiseThatTheyWouldTake() {
    SpineRun run = generate(simulated(400), "no", "--schema", "sacroiliac-fusion", "--epsilon", 1);

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.err()).contains("needs 5,000 patients or more, here are 400", "epsilon 1 ");
    assertThat(dir.resolve("no")).doesNotExist();
  }

  @Test
  void whatReadsMorePatientsThanIsAccountedForIsRefusedAtOnce() {
    SpineRun run =
        generate(
            simulated(100),
            "no",
            "--infer",
            "--epsilon",
            11,
            "--delta",
            0.1,
            "--k-map",
            3,
            "--where",
            "ageYears>=60");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("--epsilon: from 0.01 to 10", "--delta: from 1e-12 to 1e-5")
        .contains("--epsilon: needs --schema", "--k-map:", "--where, --balance:");
    assertThat(dir.resolve("no")).doesNotExist();
  }

  @Test
  void aSchemaThatWasProposedFromTheCohortIsNone() {
    Path cohort = simulated(400);
    Path schema = dir.resolve("proposed.avsc");
    SpineRun.of("schema", "infer", cohort, "--output", schema);

    SpineRun run = generate(cohort, "no", "--schema", schema, "--epsilon", 1);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--epsilon: needs --schema", "x-proposed-from-data");
  }

  @Test
  void aDeltaAloneIsNoBudget() {
    SpineRun run = generate(simulated(100), "no", "--schema", "sacroiliac-fusion", "--delta", 1e-6);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--delta: only with --epsilon");
  }

  private Path simulated(int patients) {
    Path file = dir.resolve("cohort-" + patients + ".csv");
    SpineRun.of("simulate", "--size", patients, "--seed", SEED, "--output", file);
    return file;
  }

  private SpineRun generate(Path cohort, String out, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "generate",
                "--input",
                cohort,
                "--out",
                dir.resolve(out),
                "--sizes",
                3000,
                "--seed",
                SEED));
    arguments.addAll(List.of(more));
    return SpineRun.of(arguments.toArray());
  }
}
