package org.spineregistry.cli.certify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;

class CertifyCommandTest {
  private static final String SEED = "5e".repeat(32);

  @TempDir Path dir;
  private Path cohort;

  @BeforeEach
  void writesACohort() throws IOException {
    cohort = dir.resolve("my cohort.csv");
    Files.write(cohort, rows(150, 1));
  }

  /** Two numbers that go together, a category and a score that some miss. */
  static List<String> rows(int patients, long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>(List.of("pain,function,smoker,score"));
    for (int row = 0; row < patients; row++) {
      double health = random.nextGaussian();
      String score =
          random.nextDouble() < 0.1 ? "" : number(40 - 10 * health + 8 * random.nextGaussian());
      lines.add(
          number(50 - 10 * health + 8 * random.nextGaussian())
              + ","
              + number(50 + 10 * health + 8 * random.nextGaussian())
              + ","
              + (random.nextInt(3) == 0 ? "yes" : "no")
              + ","
              + score);
    }
    return lines;
  }

  private static String number(double value) {
    return Long.toString(Math.round(Math.max(0, Math.min(100, value))));
  }

  @Test
  void rowsThatStandTwiceAreAnnouncedAndRefused() throws IOException {
    List<String> lines = new ArrayList<>(rows(150, 1));
    for (int row = 0; row < lines.size(); row++) {
      lines.set(row, lines.get(row) + "," + (row == 0 ? "weight" : 50 + row * 7 % 151));
    }
    lines.addAll(lines.subList(1, 6));
    Files.write(cohort, lines);

    SpineRun run = certify(dir.resolve("release"), "--sizes", "200,400");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("10 rows equal another one in every variable", "FAIL  G0");
  }

  @Test
  void anOutcomeThatNeverVariesIsBadInput() throws IOException {
    List<String> lines = new ArrayList<>(rows(150, 1));
    lines.replaceAll(line -> line + (line.startsWith("pain") ? ",k" : ",7"));
    Files.write(cohort, lines);

    SpineRun run =
        SpineRun.of(
            "certify", "--input", cohort, "--infer", "--target", "k", "--out", dir.resolve("no"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("k: is the same in every row");
  }

  @Test
  void aRunThatNeedsMoreMemoryThanItMayTakeDoesNotStart() throws IOException {
    String names = "";
    String cells = "";
    for (int column = 0; column < 1500; column++) {
      names += ",x" + column;
      cells += "," + column % 7;
    }
    List<String> lines = new ArrayList<>(List.of(rows(1, 1).get(0) + names));
    for (String row : rows(150, 1).subList(1, 151)) {
      lines.add(row + cells.replace(",3", "," + row.charAt(0)));
    }
    Files.write(cohort, lines);

    SpineRun run = certify(dir.resolve("release"), "--sizes", "100,1000,100000");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("needs about", "and may take", "SPINE_MEMORY=");
    assertThat(dir.resolve("release")).doesNotExist();
  }

  @Test
  void rowsTooFewForAnyGateAreRefusedBeforeTheRun() {
    for (String sizes : List.of("1", "2", "5,11", "29")) {
      SpineRun run = certify(dir.resolve("release"), "--sizes", sizes);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err()).contains("--sizes: together at least 30 rows");
      assertThat(dir.resolve("release")).doesNotExist();
    }
  }

  @Test
  void theFirstRunOfAFileNeedsNothingButTheFile() throws IOException {
    Path out = dir.resolve("release");

    SpineRun run = certify(out, "--profile", "published-2026", "--sizes", "200,400");

    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("150 patients, 4 variables of my-cohort", "CERTIFIED: all 2 deciding gates");
    assertThat(names(out))
        .containsExactly(
            "certificate.json",
            "croissant.json",
            "dictionary.csv",
            "dictionary.json",
            "private",
            "report.html",
            "report.json",
            "synthetic-200.csv",
            "synthetic-200.parquet",
            "synthetic-400.csv",
            "synthetic-400.parquet");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out.resolve("private"))))
        .isEqualTo("rwx------");
    assertThat(names(out.resolve("private")))
        .containsExactly(
            "cohort-key.hex", "schema.avsc", "seed.hex", "signing-key.pem", "trust.json");
  }

  /**
   * What leaves the house reads like the file, so that whoever has tools for one has them for both.
   */
  @Test
  void aReleaseCallsColumnsAndLevelsAsTheFileDoes() throws IOException {
    List<String> lines = rows(150, 1);
    for (int row = 0; row < lines.size(); row++) {
      String cells = row % 3 == 0 ? ",f,0," : ",m,1,";
      lines.set(row, lines.get(row) + (row == 0 ? ",Pat.Sex,ill,年齢" : cells + (30 + row % 40)));
    }
    Files.write(cohort, lines);
    Path out = dir.resolve("release");
    certify(out, "--profile", "published-2026", "--sizes", "300");

    List<String> made = Files.readAllLines(out.resolve("synthetic-300.csv"));
    assertThat(made.get(0)).isEqualTo("pain,function,smoker,score,Pat.Sex,ill,年齢");
    assertThat(made.subList(1, 301))
        .allMatch(row -> row.matches("[0-9]*,[0-9]*,(yes|no),[0-9]*,(f|m),[01],[0-9]+"));
    assertThat(Files.readString(out.resolve("dictionary.csv")))
        .contains("Pat.Sex,category,,,,,f|m", "年齢,integer");
    assertThat(Files.readString(out.resolve("croissant.json"))).contains("Pat.Sex", "年齢");
    SpineRun again =
        SpineRun.of(
            "certify",
            "--replay",
            out.resolve("certificate.json"),
            "--cohort",
            cohort,
            "--seed-file",
            out.resolve("private/seed.hex"));
    assertThat(again.code()).isZero();
    Path aside = dir.resolve("aside.csv");
    Files.write(aside, Stream.concat(lines.stream().limit(1), lines.stream().skip(76)).toList());
    SpineRun judged =
        SpineRun.of(
            "evaluate",
            "--real",
            cohort,
            "--holdout",
            aside,
            "--synthetic",
            out.resolve("synthetic-300.csv"),
            "--schema",
            out.resolve("private/schema.avsc"),
            "--out",
            dir.resolve("judged"));
    assertThat(judged.err()).isEmpty();
    assertThat(judged.code()).isNotEqualTo(2);
  }

  @Test
  void aRefusedRunLeavesItsReportAndNoDataset() throws IOException {
    Path out = dir.resolve("release");

    // so few rows that each has a patient nearer than the next row
    SpineRun run = certify(out, "--profile", "published-2026", "--sizes", "20");

    assertThat(run.code()).isEqualTo(3);
    assertThat(run.out()).contains("REFUSED: 1 of 2 deciding gates failed.");
    assertThat(names(out)).containsExactly("private", "report.html", "report.json");
    JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
    assertThat(report.path("verdict").asText()).isEqualTo("REFUSED");
    assertThat(report.path("datasets")).isEmpty();
  }

  @Test
  void everyBadCellIsToldWithLineAndColumnAndNoneIsRepeated() throws IOException {
    Path schema = dir.resolve("schema.avsc");
    SpineRun.of("schema", "infer", cohort, "--target", "score", "--output", schema);
    List<String> lines = rows(60, 3);
    lines.set(5, "secretword,50,no,40");
    lines.set(9, "50,12345678,perhaps,40");
    Path bad = dir.resolve("bad.csv");
    Files.write(bad, lines);

    SpineRun run =
        SpineRun.of("certify", "--input", bad, "--schema", schema, "--out", dir.resolve("no"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains(
            "line 6, pain: NOT_A_NUMBER",
            "line 10, function: OUT_OF_RANGE",
            "line 10, smoker: NOT_TRUE_OR_FALSE")
        .doesNotContain("secretword", "12345678", "perhaps");
    assertThat(dir.resolve("no")).doesNotExist();
  }

  @Test
  void everyWrongOptionIsToldAtOnce() {
    SpineRun run =
        SpineRun.of(
            "certify",
            "--input",
            cohort,
            "--infer",
            "--out",
            dir.resolve("no"),
            "--profile",
            "best",
            "--tier",
            "OPEN",
            "--model",
            "gan",
            "--sizes",
            "10,5",
            "--threads",
            "0");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--profile:", "--tier:", "--model:", "--sizes:", "--threads:");
  }

  /** The bounds of an inferred schema lie near the extremes of single patients. */
  @Test
  void theDictionaryOfAnInferredSchemaHasTheRangesOfItsRows() throws IOException {
    Path out = dir.resolve("release");
    certify(out, "--profile", "published-2026", "--sizes", "200");

    List<Integer> pain =
        Files.readAllLines(out.resolve("synthetic-200.csv")).stream()
            .skip(1)
            .map(row -> Integer.valueOf(row.substring(0, row.indexOf(','))))
            .toList();
    JsonNode column = new ObjectMapper().readTree(out.resolve("dictionary.json").toFile()).get(0);
    assertThat(column.path("name").asText()).isEqualTo("pain");
    assertThat(column.path("minimum").asInt(-1)).isEqualTo(Collections.min(pain));
    assertThat(column.path("maximum").asInt(-1)).isEqualTo(Collections.max(pain));
  }

  /** A level that one patient has must not stand in anything that may leave the house. */
  @Test
  void noFileOfTheReleaseNamesALevelOfOnePatient() throws IOException {
    List<String> lines = rows(150, 1);
    lines.set(7, lines.get(7).replace(",no,", ",ZZUNIQUE,").replace(",yes,", ",ZZUNIQUE,"));
    Files.write(cohort, lines);
    Path out = dir.resolve("release");

    SpineRun run = certify(out, "--sizes", "300", "--audit-repeats", "1");

    assertThat(run.out() + run.err()).doesNotContain("ZZUNIQUE");
    try (Stream<Path> files = Files.list(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.getFileName().toString())
            .doesNotContain("ZZUNIQUE");
      }
    }
  }

  @Test
  void aFolderWithSomethingInItIsLeftAlone() throws IOException {
    Path full = Files.createDirectory(dir.resolve("full"));
    Files.writeString(full.resolve("note"), "mine");

    SpineRun run = certify(full, "--profile", "published-2026");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--out:", "is not empty");
    assertThat(names(full)).containsExactly("note");
  }

  /** A table of visits: whatever the gates said of its rows, they would not say it of patients. */
  @Test
  void severalRowsOfOnePatientAreBadInput() throws IOException {
    List<String> lines = rows(150, 1);
    lines.replaceAll(line -> line + "," + (line.startsWith("pain") ? "patient_id" : "7"));
    for (int row = 1; row < lines.size(); row++) {
      lines.set(row, lines.get(row).replaceFirst("7$", Integer.toString(row / 5)));
    }
    Files.write(cohort, lines);

    SpineRun run = certify(dir.resolve("no"), "--profile", "published-2026");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("one row a patient: patient_id has 31 different values in 150");
    assertThat(dir.resolve("no")).doesNotExist();
  }

  @Test
  void whatIdentifiesIsLeftOutAndListedWithItsReason() throws IOException {
    List<String> lines = rows(150, 1);
    for (int row = 0; row < lines.size(); row++) {
      String mail = row == 0 ? "contact" : "someone" + row % 9 + "@clinic.example";
      lines.set(row, lines.get(row) + "," + mail);
    }
    Files.write(cohort, lines);

    SpineRun run = certify(dir.resolve("out"), "--profile", "published-2026", "--sizes", "200");

    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains(
            "150 patients, 4 variables", "contact: Has values that look like e-mail addresses")
        .doesNotContain("someone");
  }

  @Test
  void selectionsBelongToGenerate() {
    SpineRun run = certify(dir.resolve("no"), "--where", "pain>=30", "--balance", "smoker");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("--where, --balance: belong to spine generate");
  }

  @Test
  void aSchemaIsNeededAndOnlyOne() {
    assertThat(SpineRun.of("certify", "--input", cohort, "--out", dir.resolve("no")).err())
        .contains("--schema FILE.avsc or --infer: one of the two is needed");
  }

  @Test
  void tooFewPatientsAreBadInput() throws IOException {
    Path few = dir.resolve("few.csv");
    Files.write(few, rows(12, 4));

    SpineRun run = SpineRun.of("certify", "--input", few, "--infer", "--out", dir.resolve("no"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("a run needs at least 20");
  }

  @Test
  void theRigorousProfileAnnouncesItselfAndKeepsItsExitCodes() throws IOException {
    Path out = dir.resolve("release");

    SpineRun run = certify(out, "--sizes", "300", "--audit-repeats", "1");

    assertThat(run.code()).isIn(0, 3, 4);
    assertThat(run.out())
        .contains("profile rigorous/CONTROLLED, 5 models", "expect about", "audited 5 of 5 models")
        .contains("Built-in controls caught:");
    assertThat(names(out)).contains("report.html", "report.json");
    assertThat(Files.exists(out.resolve("synthetic-300.csv"))).isEqualTo(run.code() == 0);
  }

  private SpineRun certify(Path out, Object... more) {
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "certify",
                "--input",
                cohort,
                "--infer",
                "--target",
                "score",
                "--out",
                out,
                "--seed",
                SEED));
    arguments.addAll(List.of(more));
    return SpineRun.of(arguments.toArray());
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
