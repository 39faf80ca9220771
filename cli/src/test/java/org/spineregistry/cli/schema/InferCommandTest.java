package org.spineregistry.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.SpineRun;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;

class InferCommandTest {
  @TempDir Path dir;

  @Test
  void theProposalIsADataDictionaryThatReadsItsFile() throws IOException {
    Path schema = dir.resolve("schema.avsc");

    SpineRun run =
        SpineRun.of("schema", "infer", cohort(), "--target", "score", "--output", schema);

    assertThat(run.code()).isZero();
    DataDictionary dictionary = Campaigns.ofText("schema.avsc", Files.readString(schema));
    assertThat(dictionary.campaignId()).isEqualTo("some-cohort");
    assertThat(dictionary.variables())
        .extracting(variable -> variable.name())
        .containsExactly("age", "score");
    assertThat(Files.readString(schema)).contains("\"x-refused\"", "\"patientName\"");
  }

  @Test
  void withoutAnOutputTheProposalIsPrinted() throws IOException {
    assertThat(SpineRun.of("schema", "infer", cohort()).out()).contains("\"campaignId\"");
  }

  /** A schema that somebody has edited is not lost to a second call. */
  @Test
  void aFileThatExistsIsOnlyReplacedOnDemand() throws IOException {
    Path schema = dir.resolve("schema.avsc");
    Files.writeString(schema, "edited by hand");

    SpineRun run = SpineRun.of("schema", "infer", cohort(), "--output", schema);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("schema.avsc: exists already", "--overwrite");
    assertThat(schema).hasContent("edited by hand");
    assertThat(SpineRun.of("schema", "infer", cohort(), "--output", schema, "--overwrite").code())
        .isZero();
    assertThat(Files.readString(schema)).contains("campaignId");
  }

  @Test
  void aFileOfAnotherEncodingIsToldByItsEncoding() throws IOException {
    Path file = dir.resolve("wide.csv");
    for (String encoding : List.of("UTF-16", "UTF-16LE", "UTF-16BE")) {
      Files.write(file, "age,score\n61,3\n62,4\n".getBytes(Charset.forName(encoding)));

      SpineRun run = SpineRun.of("schema", "infer", file);

      assertThat(run.code()).isEqualTo(2);
      assertThat(run.err())
          .contains("NOT_UTF8, the file is UTF-16: save it as UTF-8")
          .doesNotContain("CELL_COUNT");
    }
  }

  /** Two stray quotes swallow the patients between them, and nothing else would say so. */
  @Test
  void aCellOfManyLinesIsAWarningThatNamesThem() throws IOException {
    List<String> lines = new ArrayList<>(List.of("pain,remark"));
    for (int row = 0; row < 60; row++) {
      lines.add(row % 11 + "," + (row == 8 ? "\"" : row == 28 ? "" : "text"));
    }
    lines.set(29, "\"");

    SpineRun run = infer(lines);

    assertThat(run.code()).isZero();
    assertThat(run.err())
        .contains("lines 10 to 30 are one quoted cell of remark", "two quotes that stand there");
  }

  @Test
  void aColumnThatIsNotThereIsNamed() throws IOException {
    SpineRun run = SpineRun.of("schema", "infer", cohort(), "--target", "scores");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("The file has no column scores");
  }

  @Test
  void aPairThatIsNoneShowsItsForm() throws IOException {
    SpineRun run = SpineRun.of("schema", "infer", cohort(), "--time-to-event", "days");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("TIME:STATUS=EVENT");
  }

  @Test
  void aFileThatCannotBeReadGetsNoSchema() throws IOException {
    SpineRun run = infer(List.of("pain,arm", "1,drug", "2", "3,drug,4", "4,\"drug"));

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("line 3", "line 4", "line 5");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void numbersAtTheEndsOfTheRangeAreToldAtOnce() throws IOException {
    List<String> lines = new ArrayList<>(List.of("age,x"));
    for (int row = 0; row < 40; row++) {
      lines.addAll(List.of("60,1e308", "61,-1e308", "62,1e-320"));
    }

    SpineRun run = infer(lines);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("line 2, x: ");
  }

  @Test
  void aFileWithoutAnyValueIsASentence() throws IOException {
    List<String> lines = new ArrayList<>(List.of("a,b"));
    lines.addAll(Collections.nCopies(300, ","));

    SpineRun run = infer(lines);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("No column of the file is a variable");
  }

  @Test
  void anEmptyFileIsToldByItsRule() throws IOException {
    Path empty = Files.createFile(dir.resolve("empty.csv"));
    assertThat(SpineRun.of("schema", "infer", empty).err()).contains("EMPTY_FILE");
  }

  private SpineRun infer(List<String> lines) throws IOException {
    Path file = dir.resolve("file.csv");
    Files.write(file, lines);
    return SpineRun.of("schema", "infer", file);
  }

  private Path cohort() throws IOException {
    List<String> lines = new ArrayList<>(List.of("patientName,age,score"));
    for (int row = 0; row < 60; row++) {
      lines.add("name" + row + "," + (40 + row % 30) + "," + row % 11);
    }
    Path file = dir.resolve("some cohort.csv");
    Files.write(file, lines);
    return file;
  }
}
