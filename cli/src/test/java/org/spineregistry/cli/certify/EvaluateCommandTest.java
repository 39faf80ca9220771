package org.spineregistry.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;

class EvaluateCommandTest {
  private static final String SEED = "5e".repeat(32);

  @TempDir Path dir;
  private Path real;
  private Path holdout;

  @BeforeEach
  void writesPatients() throws IOException {
    real = file("real.csv", 300, 1);
    holdout = file("holdout.csv", 300, 2);
  }

  private Path file(String name, int rows, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>(List.of("pain,function,score"));
    for (int row = 0; row < rows; row++) {
      double health = random.nextGaussian();
      lines.add(
          String.join(
              ",",
              number(50 - 10 * health + 8 * random.nextGaussian()),
              number(50 + 10 * health + 8 * random.nextGaussian()),
              number(40 - 10 * health + 8 * random.nextGaussian())));
    }
    Path file = dir.resolve(name);
    Files.write(file, lines);
    return file;
  }

  private static String number(double value) {
    return Long.toString(Math.round(Math.max(0, Math.min(100, value))));
  }

  @Test
  void copiesOfThePatientsFail() throws IOException {
    SpineRun run = evaluate(real, dir.resolve("judged"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("FAILED:", "FAIL  P3-auc-distance", "FAIL  P1-identical");
    assertThat(Files.readString(dir.resolve("judged/report.json")))
        .contains("\"verdict\":\"REFUSED\"");
    assertThat(dir.resolve("judged/report.html")).isNotEmptyFile();
  }

  @Test
  void freshPatientsDoNotFail() throws IOException {
    SpineRun run = evaluate(file("fresh.csv", 300, 3), dir.resolve("judged"));

    assertThat(run.code()).isIn(0, 4);
    assertThat(run.out()).doesNotContain("FAIL ");
  }

  @Test
  void decimalsOfAGeneratorAndLevelsOfTheHoldoutAreNoBadInput() throws IOException {
    Path fresh = file("fresh.csv", 300, 3);
    addLevels(real, 1000);
    addLevels(holdout, 9);
    addLevels(fresh, 1000);
    List<String> lines = new ArrayList<>(Files.readAllLines(fresh));
    lines.replaceAll(line -> line.replaceFirst("^(\\d+),", "$1.25,"));
    Files.write(fresh, lines);

    SpineRun run = evaluate(fresh, dir.resolve("judged"));

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isIn(0, 4);
  }

  /** A column with two levels, and a third one in every so manieth row. */
  private static void addLevels(Path file, int rare) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    for (int row = 1; row < lines.size(); row++) {
      String level = row % rare == 0 ? "rare" : row % 2 == 0 ? "left" : "right";
      lines.set(row, lines.get(row) + "," + level);
    }
    lines.set(0, lines.get(0) + ",side");
    Files.write(file, lines);
  }

  @Test
  void twinsAmongThePatientsHideNothing() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(real));
    lines.addAll(lines.subList(1, 11));
    Files.write(real, lines);
    List<String> made = new ArrayList<>(Files.readAllLines(file("fresh.csv", 300, 3)));
    made.addAll(lines.subList(20, 60));
    Path copies = dir.resolve("copies.csv");
    Files.write(copies, made);

    SpineRun run = evaluate(copies, dir.resolve("judged"));

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("FAIL  P1-");
  }

  /** Rows drawn again and again are no more than the rows that they were drawn from. */
  @Test
  void repeatedSyntheticRowsAreAStatedFigure() throws IOException {
    Path fresh = file("fresh.csv", 300, 3);
    List<String> lines = new ArrayList<>(Files.readAllLines(fresh));
    lines.addAll(lines.subList(1, 101));
    Files.write(fresh, lines);

    evaluate(fresh, dir.resolve("judged"));

    assertThat(Files.readString(dir.resolve("judged/report.json")))
        .contains("G0-repeated", "of 400 rows; intervals take each for a draw of its own");
  }

  @Test
  void patientsOfTheFitAmongThoseKeptAsideFail() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(holdout));
    lines.addAll(Files.readAllLines(real).subList(1, 41));
    Files.write(holdout, lines);

    SpineRun run = evaluate(file("fresh.csv", 300, 3), dir.resolve("judged"));

    assertThat(run.out())
        .contains("Of the patients kept aside 4", "of 340 look like one of the fit", "FAIL  G0 ");
    assertThat(run.code()).isEqualTo(3);
    for (String report : List.of("report.json", "report.html")) {
      assertThat(Files.readString(dir.resolve("judged").resolve(report)))
          .contains(
              "of 340 patients kept aside equal one of the fit in every column, more than twins");
    }
  }

  @Test
  void patientsKeptAsideAreNoSyntheticRowsInWhateverOrder() throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(holdout));
    Collections.reverse(lines.subList(1, lines.size()));
    Path reversed = dir.resolve("reversed.csv");
    Files.write(reversed, lines);

    SpineRun run = evaluate(reversed, dir.resolve("no"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--synthetic: is the same as --holdout");
    assertThat(dir.resolve("no")).doesNotExist();
  }

  @Test
  void howLongItTakesIsAnnouncedAndHowFarItIsIsTold() throws IOException {
    SpineRun run = evaluate(file("fresh.csv", 300, 3), dir.resolve("judged"));

    assertThat(run.out())
        .containsSubsequence(
            "expect about", "seconds", "MB", "from 0 %", "from 80 %", "100 %  judged");
  }

  @Test
  void theSameSeedGivesTheSameReport() throws IOException {
    Path fresh = file("fresh.csv", 300, 3);
    evaluate(fresh, dir.resolve("one"));
    evaluate(fresh, dir.resolve("two"));

    assertThat(dir.resolve("two/report.json"))
        .hasSameBinaryContentAs(dir.resolve("one/report.json"));
  }

  @Test
  void badCellsOfEveryFileAreToldAtOnceWithTheFile() throws IOException {
    Path bad = dir.resolve("bad.csv");
    Files.write(bad, List.of("pain,function,score", "1,2,3", "1,secretword,3"));

    SpineRun run = evaluate(bad, dir.resolve("no"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("bad.csv, line 3, function: NOT_A_NUMBER")
        .doesNotContain("secretword");
    assertThat(dir.resolve("no")).doesNotExist();
  }

  private SpineRun evaluate(Path synthetic, Path out) {
    return SpineRun.of(
        "evaluate",
        "--real",
        real,
        "--holdout",
        holdout,
        "--synthetic",
        synthetic,
        "--infer",
        "--target",
        "score",
        "--out",
        out,
        "--seed",
        SEED);
  }
}
