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
    Path ragged = dir.resolve("ragged.csv");
    Files.write(ragged, List.of("pain,arm", "1,drug", "2", "3,drug,4", "4,\"drug"));

    SpineRun run = SpineRun.of("schema", "infer", ragged);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("line 3", "line 4", "line 5");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void numbersAtTheEndsOfTheRangeAreToldAtOnce() throws IOException {
    Path huge = dir.resolve("huge.csv");
    List<String> lines = new ArrayList<>(List.of("age,x"));
    for (int row = 0; row < 40; row++) {
      lines.addAll(List.of("60,1e308", "61,-1e308", "62,1e-320"));
    }
    Files.write(huge, lines);

    SpineRun run = SpineRun.of("schema", "infer", huge);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("line 2, x: ");
  }

  @Test
  void aFileWithoutAnyValueIsASentence() throws IOException {
    Path empty = dir.resolve("no-values.csv");
    List<String> lines = new ArrayList<>(List.of("a,b"));
    lines.addAll(Collections.nCopies(300, ","));
    Files.write(empty, lines);

    SpineRun run = SpineRun.of("schema", "infer", empty);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("No column of the file is a variable");
  }

  @Test
  void anEmptyFileIsToldByItsRule() throws IOException {
    Path empty = Files.createFile(dir.resolve("empty.csv"));
    assertThat(SpineRun.of("schema", "infer", empty).err()).contains("EMPTY_FILE");
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
