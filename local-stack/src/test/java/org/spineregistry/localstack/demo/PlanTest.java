package org.spineregistry.localstack.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.submit.CaseFile;
import picocli.CommandLine;

class PlanTest {
  private static final byte[] SEED = HexFormat.of().parseHex("11".repeat(32));

  @TempDir private Path folder;

  @Test
  void theDefaultIsTheSimulatedCohortWithAThresholdAtItsEnd() {
    Plan plan = plan();
    CaseFile cases = plan.cases(SEED);
    assertThat(plan.campaign().campaignId()).isEqualTo("sacroiliac-fusion");
    assertThat(cases.rows()).isEqualTo(1000);
    assertThat(cases.refusals()).isEmpty();
    assertThat(plan.thresholdsFor(cases)).containsExactly(1000L);
  }

  @Test
  void thresholdsReplaceTheDefaultAndAreSorted() {
    Plan plan = plan("--threshold", "300", "--threshold", "100", "--threshold", "300");
    assertThat(plan.thresholdsFor(plan.cases(SEED))).containsExactly(100L, 300L);
  }

  @Test
  void aFileWithoutAThresholdIsCertifiedWhole() throws IOException {
    Plan plan = plan("--input", csv(3).toString());
    assertThat(plan.thresholdsFor(plan.cases(SEED))).isEmpty();
  }

  @Test
  void aThresholdAboveTheFileIsRefusedBeforeAnythingStarts() throws IOException {
    Plan plan = plan("--input", csv(3).toString(), "--threshold", "4");
    assertThatThrownBy(() -> plan.cases(SEED))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("4 is above the 3 cases");
  }

  @Test
  void theSameSeedGivesTheSameCases() {
    CaseFile one = plan().cases(SEED);
    CaseFile other = plan().cases(SEED);
    assertThat(one.cases().get(7).json()).isEqualTo(other.cases().get(7).json());
    byte[] another = HexFormat.of().parseHex("12".repeat(32));
    assertThat(plan().cases(another).cases().get(7).json()).isNotEqualTo(one.cases().get(7).json());
  }

  @Test
  void everyWrongOptionIsToldAtOnce() {
    assertThat(
            problems(
                "--campaign",
                "hip",
                "--input",
                folder.resolve("none.csv").toString(),
                "--threshold",
                "0",
                "--seed",
                "c0ffee",
                "--summary",
                folder.resolve("no/such/folder.json").toString()))
        .extracting(problem -> problem.substring(0, problem.indexOf(':')))
        .containsExactly("--campaign", "--input", "--threshold", "--seed", "--summary");
  }

  @Test
  void aCampaignWithoutASimulationNeedsAFile() {
    assertThat(problems("--campaign", "periodontal"))
        .singleElement()
        .asString()
        .contains("--input: there is no simulated cohort of periodontal");
  }

  private Path csv(int rows) throws IOException {
    Path file = folder.resolve("cases.csv");
    StringBuilder text = new StringBuilder("siteId,contributorId,revision,operationYear,");
    text.append("consentBasis,ageYears,sex,primaryDiagnosis,procedure,levelsCount\n");
    for (int i = 0; i < rows; i++) {
      text.append("site-abcdef,surgeon-abcdef,1,2020,NON_OPPOSITION,60,FEMALE,OTHER,SIJF,0\n");
    }
    return Files.writeString(file, text);
  }

  private static List<String> problems(String... args) {
    UserProblem[] caught = new UserProblem[1];
    assertThatThrownBy(() -> plan(args))
        .isInstanceOfSatisfying(UserProblem.class, problem -> caught[0] = problem);
    return caught[0].problems();
  }

  private static Plan plan(String... args) {
    Options options = new Options();
    new CommandLine(new WithOptions(options)).parseArgs(args);
    return Plan.of(options);
  }

  @CommandLine.Command
  private record WithOptions(@CommandLine.Mixin Options options) {}
}
