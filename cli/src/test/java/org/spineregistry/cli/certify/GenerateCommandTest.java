package org.spineregistry.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;

class GenerateCommandTest {
  private static final String SEED = "5e".repeat(32);

  @TempDir Path dir;
  private Path cohort;

  @BeforeEach
  void writesACohort() throws IOException {
    List<String> lines = new ArrayList<>(List.of("pain,arm"));
    for (int row = 0; row < 100; row++) {
      lines.add(row + "," + (row % 4 == 0 ? "drug" : "placebo"));
    }
    cohort = dir.resolve("cohort.csv");
    Files.write(cohort, lines);
  }

  @Test
  void armsAreEqualAndEveryRowMeetsTheConditions() throws IOException {
    Path out = dir.resolve("trial");

    SpineRun run = generate(out, "--sizes", "40", "--where", "pain>=30", "--balance", "arm");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out()).contains("Not audited and not certified");
    List<String> rows = Files.readAllLines(out.resolve("synthetic-40.csv"));
    assertThat(rows).hasSize(41).first().isEqualTo("pain,arm");
    assertThat(rows.stream().filter(row -> row.endsWith(",drug"))).hasSize(20);
    assertThat(rows.subList(1, rows.size()))
        .allSatisfy(
            row -> assertThat(Integer.parseInt(row.split(",")[0])).isGreaterThanOrEqualTo(30));
  }

  @Test
  void conditionsThatCannotBeReadAreToldAtOnce() {
    SpineRun run = generate(dir.resolve("no"), "--where", "pain>=x,arms=drug,arm=water");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("pain", "arms", "arm");
    assertThat(dir.resolve("no")).doesNotExist();
  }

  @Test
  void aGroupOfFewerThanFivePatientsIsRefused() {
    SpineRun run = generate(dir.resolve("no"), "--where", "pain>=97");

    assertThat(run.code()).isNotZero();
    assertThat(run.err()).contains("fewer than 5 patients");
  }

  private SpineRun generate(Path out, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "generate",
                "--input",
                cohort,
                "--infer",
                "--keep",
                "pain",
                "--out",
                out,
                "--seed",
                SEED));
    arguments.addAll(List.of(more));
    return SpineRun.of(arguments.toArray());
  }
}
