package org.spineregistry.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
