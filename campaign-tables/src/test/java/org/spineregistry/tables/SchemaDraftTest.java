package org.spineregistry.tables;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.DeclaredTimeToEvent;
import org.spineregistry.schemas.dictionary.Kind;
import org.spineregistry.schemas.dictionary.Role;
import org.spineregistry.schemas.dictionary.Variable;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.infer.InferenceOptions;
import org.spineregistry.synthesis.infer.Inferred;
import org.spineregistry.synthesis.infer.SchemaInference;
import org.spineregistry.synthesis.table.Table;

class SchemaDraftTest {
  @TempDir private Path directory;

  private DataDictionary dictionary(Inferred inferred) throws IOException {
    Files.writeString(
        directory.resolve("DraftCase.avsc"), SchemaDraft.of(inferred, "a-draft", "A draft"));
    return Campaigns.of(directory).byId("a-draft").orElseThrow();
  }

  private DataDictionary dictionary(String file, InferenceOptions options) throws IOException {
    return dictionary(SchemaInference.infer(file.getBytes(UTF_8), options));
  }

  /** A clinic that edits the draft must be able to go on with the file that it came from. */
  @ParameterizedTest
  @CsvSource({
    "opt.csv,bleedingPctVisit5,823",
    "pbc.csv,status,418",
    "blood_storage.csv,Recurrence,316",
    "kyphosis.csv,Kyphosis,81"
  })
  void readsTheFileThatItCameFrom(String name, String target, int rows) throws IOException {
    byte[] file = Examples.bytes("/" + name);
    Inferred inferred = SchemaInference.infer(file, InferenceOptions.target(target));
    CsvCohort expected = CsvCohort.read(file, inferred.layout());

    DataDictionary dictionary = dictionary(inferred);
    CsvCohort cohort = CampaignCsv.read(file, dictionary);

    assertThat(cohort.table().rows()).isEqualTo(rows);
    assertThat(cohort.caseIds()).isEqualTo(expected.caseIds()).isNotEmpty();
    assertThat(cohort.sites()).isEqualTo(expected.sites());
    assertSameValues(cohort.table(), expected.table());
    assertThat(CampaignTable.contract(dictionary).cuts().values())
        .containsExactlyInAnyOrderElementsOf(inferred.contract().cuts().values());
    assertThat(dictionary.primaryOutcome().position())
        .isEqualTo(expected.table().primaryOutcome().orElseThrow());
  }

  private static void assertSameValues(Table table, Table expected) {
    assertThat(table.columns()).hasSameSizeAs(expected.columns());
    for (int c = 0; c < expected.columns().size(); c++) {
      assertThat(table.columns().get(c).ordered()).isEqualTo(expected.columns().get(c).ordered());
      assertThat(table.columns().get(c).roles()).isEqualTo(expected.columns().get(c).roles());
      if (expected.columns().get(c).isNumber()) {
        assertThat(table.numbers(c)).containsExactly(expected.numbers(c));
        assertThat(table.columns().get(c).minimum()).isEqualTo(expected.columns().get(c).minimum());
      } else {
        assertThat(table.codes(c)).containsExactly(expected.codes(c));
      }
    }
  }

  @Test
  void namesVariablesAndSymbolsAsAvroAllows() throws IOException {
    String header = "RBC.Age.Group,BN+,T stage,t.stage,header,2nd look,Größe\n";
    String row = "8-12 yrs,yes,a,1.5,x,LT 8 yrs,3\n";
    String other = ">12,no,A,2.5,é,é!,4\n";
    DataDictionary dictionary =
        dictionary(header + row.repeat(9) + other.repeat(9), InferenceOptions.none());

    assertThat(dictionary.variables())
        .extracting(Variable::name)
        .containsExactly("rbcAgeGroup", "bn", "tStage", "tStage2", "header2", "x2ndLook", "grosse");
    assertThat(dictionary.csv().columns()).containsEntry("bn", "BN+").doesNotContainKey("tStage3");
    assertThat(dictionary.variable("rbcAgeGroup").orElseThrow().symbols())
        .containsExactly("LEVEL_8_12_YRS", "LEVEL_12");
    assertThat(dictionary.variable("tStage").orElseThrow().labels()).isEqualTo(Map.of("A_2", "a"));
    assertThat(dictionary.variable("bn").orElseThrow().kind()).isEqualTo(Kind.BOOLEAN);
    assertThat(dictionary.variable("bn").orElseThrow().labels())
        .isEqualTo(Map.of("true", "yes", "false", "no"));
  }

  @Test
  void aColumnWhoseNameIsOneAlreadyKeepsIt() throws IOException {
    DataDictionary dictionary =
        dictionary(
            "alk.phos,年齢,alkPhos,x\n" + "1,2,3,4\n5,6,7,8\n".repeat(9), InferenceOptions.none());

    assertThat(dictionary.variables())
        .extracting(Variable::name)
        .containsExactly("alkPhos2", "x2", "alkPhos", "x");
    assertThat(dictionary.csv().columns()).isEqualTo(Map.of("alkPhos2", "alk.phos", "x2", "年齢"));
  }

  @Test
  void saysWhatWasInferredWhatToCheckAndWhatWasRefused() throws IOException {
    DataDictionary dictionary =
        dictionary(SchemaInference.infer(Examples.bytes("/pbc.csv"), InferenceOptions.none()));

    assertThat(dictionary.variable("age").orElseThrow().doc())
        .startsWith("Column 'age'.")
        .contains("rounded to 2", "Check unit and bounds", "quasi-identifier");
    assertThat(dictionary.primaryOutcome().name()).isEqualTo("stage");
    assertThat(dictionary.primaryOutcome().doc()).contains("no outcome was named");
    assertThat(dictionary.variable("age").orElseThrow().roles())
        .contains(Role.AGE, Role.QUASI_IDENTIFIER);
    assertThat(dictionary.csv().round()).containsExactly("age");
    assertThat(dictionary.csv().ignore()).contains("id");
    assertThat(dictionary.schema().getObjectProp("x-refused")).asString().contains("id=Is another");
  }

  @Test
  void keepsATimeWithItsStatus() throws IOException {
    InferenceOptions none = InferenceOptions.none();
    TimeToEvent pair = new TimeToEvent("TimeToRecurrence", "Recurrence", Set.of("1"));
    InferenceOptions options =
        new InferenceOptions(
            Optional.of("Recurrence"),
            none.caseId(),
            none.site(),
            Set.of("Censor"),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            List.of(pair));

    DataDictionary dictionary =
        dictionary(SchemaInference.infer(Examples.bytes("/blood_storage.csv"), options));

    assertThat(dictionary.timeToEvent())
        .containsExactly(
            new DeclaredTimeToEvent("timeToRecurrence", "recurrence", List.of("true")));
  }

  @Test
  void needsAVariable() {
    Inferred inferred =
        SchemaInference.infer("a,b\n,\n,\n".getBytes(UTF_8), InferenceOptions.none());

    assertThatThrownBy(() -> SchemaDraft.of(inferred, "a-draft", "A draft"))
        .hasMessage("No column of the file is a variable");
  }
}
