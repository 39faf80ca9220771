package org.spineregistry.synthesis.infer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.synthesis.cohort.CsvProblemsException;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;

class SchemaInferenceTest {
  private static final int ROWS = 100;

  /** A file with one column beside one that nobody asks for. */
  private static InferredColumn column(String name, IntFunction<String> cell) {
    return inferred(name, cell, InferenceOptions.none()).all().get(1);
  }

  private static Inferred inferred(
      String name, IntFunction<String> cell, InferenceOptions options) {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(row -> "x,\"" + cell.apply(row) + "\"\n")
            .collect(Collectors.joining());
    return SchemaInference.infer(("beside," + name + "\n" + rows).getBytes(UTF_8), options);
  }

  @Test
  void findsWholeNumbers() {
    InferredColumn score = column("score", row -> String.valueOf(3 + row % 17));

    assertThat(score.finding()).isEqualTo(Finding.WHOLE_NUMBER);
    assertThat(score.column().decimals()).isZero();
    assertThat(score.rounded()).isFalse();
  }

  @Test
  void countsDecimalsWithoutZerosAtTheEnd() {
    InferredColumn dose = column("dose", row -> (row % 17) + ".250");

    assertThat(dose.finding()).isEqualTo(Finding.DECIMAL_NUMBER);
    assertThat(dose.column().decimals()).isEqualTo(2);
    assertThat(column("dose", row -> (row % 17) + ".0").finding()).isEqualTo(Finding.WHOLE_NUMBER);
  }

  /** An age computed from two dates, as R prints it. */
  @Test
  void roundsWhatIsTheTraceOfAComputation() {
    InferredColumn age = column("age", row -> String.valueOf(20 + row / 1.3));

    assertThat(age.rounded()).isTrue();
    assertThat(age.column().decimals()).isEqualTo(2); // 0.005 is less than 1/10,000 of 76 years
    assertThat(age.notes().get(0)).contains("rounded to 2");
  }

  @ParameterizedTest
  @CsvSource({
    "0,1,'0;1'",
    "1,0,'0;1'",
    "TRUE,false,'false;true'",
    "yes,no,'no;yes'",
    "present,absent,'absent;present'",
    "m,f,'f;m'"
  })
  void findsTwoAnswersInTheirOrder(String one, String other, String levels) {
    InferredColumn answer = column("answer", row -> row % 3 == 0 ? one : other);

    assertThat(answer.finding()).isEqualTo(Finding.YES_NO);
    assertThat(answer.column().levels()).containsExactly(levels.split(";"));
    assertThat(answer.column().ordered()).isTrue();
  }

  @Test
  void ordersLevelsByKnownScalesElseByName() {
    List<String> pain = List.of("moderate", "None", "severe", "mild");
    List<String> side = List.of("right", "left", "both", "Other");

    Column scale = column("pain", row -> pain.get(row % 4)).column();
    Column names = column("side", row -> side.get(row % 4)).column();

    assertThat(scale.levels()).containsExactly("None", "mild", "moderate", "severe");
    assertThat(scale.ordered()).isTrue();
    assertThat(names.levels()).containsExactly("Other", "both", "left", "right");
    assertThat(names.ordered()).isFalse();
    assertThat(names.other()).isEqualTo("Other");
  }

  @Test
  void saysHowManyLevelsAreRareButNotWhich() {
    InferredColumn side =
        column(
            "side",
            row -> row < 4 ? "extremely rare" : List.of("left", "right", "both").get(row % 3));

    assertThat(side.notes()).anyMatch(note -> note.startsWith("1 level is held by fewer than 5"));
    assertThat(side.notes()).noneMatch(note -> note.contains("rare "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2004-01-%02d",
        "2004-01-%02d 10:15",
        "2004-01-%02dT10:15:00Z",
        "%02d.01.2004",
        "1/%d/04",
        "200401%02d",
        "%d Jan 2004",
        "%d-jan-04",
        "January %d, 2004"
      })
  void refusesDates(String form) {
    InferredColumn date = column("visit", row -> form.formatted(1 + row % 28));

    assertThat(date.finding()).isEqualTo(Finding.DATE);
    assertThat(date.column()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.%02d", "12%02d", "L4-L5-%d", "200%02d99", "2004-13-%02d", "%d-2-3-4"})
  void takesNoOtherNumbersForDates(String form) {
    assertThat(column("visit", row -> form.formatted(1 + row % 9)).finding())
        .isNotEqualTo(Finding.DATE);
  }

  @Test
  void takesTheFirstColumnThatDiffersInEveryRowAsTheIdAndRefusesTheOthers() {
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(r -> "p%d,%d,%d,%s%n".formatted(r, 500 + r, 7_000_000 - 31 * r, 60 + r % 7))
            .collect(Collectors.joining());

    Inferred inferred =
        SchemaInference.infer(
            ("key,nr,mrn,weight\n" + rows).getBytes(UTF_8), InferenceOptions.none());

    assertThat(inferred.all())
        .extracting(InferredColumn::finding)
        .containsExactly(
            Finding.CASE_ID, Finding.IDENTIFIER, Finding.IDENTIFIER, Finding.WHOLE_NUMBER);
    assertThat(inferred.caseId()).contains("key");
  }

  /** Ten thousand possible values: 100 patients may well have different ones. */
  @Test
  void doesNotSuspectAMeasurementOfAWideRange() {
    IntFunction<String> grams = row -> String.valueOf(1000 + (row * 7919 + 13) % 10007);

    assertThat(column("birthweight", grams).finding()).isEqualTo(Finding.WHOLE_NUMBER);
    assertThat(column("recordNumber", grams).finding()).isEqualTo(Finding.CASE_ID);
  }

  /** A hundred patients with a hundred different values out of a hundred and one. */
  @Test
  void suspectsNumbersThatChanceWouldHaveRepeated() {
    assertThat(column("rank", row -> String.valueOf(row * 37 % 101)).finding())
        .isEqualTo(Finding.CASE_ID);
  }

  @Test
  void keepsASuspectOnDemand() {
    InferenceOptions none = InferenceOptions.none();
    InferenceOptions keep =
        new InferenceOptions(
            none.target(),
            none.caseId(),
            none.site(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of("rank"),
            Set.of("beside"),
            List.of());

    Inferred inferred = inferred("rank", row -> String.valueOf(row * 37 % 101), keep);

    assertThat(inferred.all().get(0).finding()).isEqualTo(Finding.LEFT_OUT);
    assertThat(inferred.all().get(1).finding()).isEqualTo(Finding.WHOLE_NUMBER);
  }

  @Test
  void refusesTextsThatFewPatientsShare() {
    assertThat(column("remark", row -> "text " + row % 40).finding()).isEqualTo(Finding.FREE_TEXT);
    assertThat(column("remark", row -> "a".repeat(101 + row % 2)).finding())
        .isEqualTo(Finding.FREE_TEXT);
    assertThat(column("remark", row -> "text " + row % 20).finding()).isEqualTo(Finding.CATEGORY);
  }

  @Test
  void findsTheHospitalByName() {
    for (String name : List.of("site", "Site_ID", "hospital", "CENTRE")) {
      Inferred inferred =
          inferred(name, row -> "ABC".substring(row % 3, row % 3 + 1), InferenceOptions.none());
      assertThat(inferred.site()).contains(name);
      assertThat(inferred.layout().sites()).hasSize(1);
    }
    assertThat(column("infectionSite", row -> row % 2 == 0 ? "skin" : "bone").finding())
        .isEqualTo(Finding.YES_NO);
  }

  @Test
  void knowsTextsThatMeanNoValue() {
    Inferred inferred =
        inferred(
            "score",
            row -> row % 10 == 0 ? "NA" : row % 10 == 1 ? "." : String.valueOf(row % 7),
            InferenceOptions.none());

    assertThat(inferred.missing()).containsExactlyInAnyOrder("NA", ".");
    assertThat(inferred.all().get(1).finding()).isEqualTo(Finding.WHOLE_NUMBER);
    assertThat(inferred.all().get(1).missing()).isEqualTo(0.2);
    assertThat(column("score", row -> "").finding()).isEqualTo(Finding.EMPTY);
  }

  /** Nine of ten are numbers, so the others are mistakes to be named and no levels. */
  @Test
  void takesAFewTextsAmongNumbersAsMistakes() {
    IntFunction<String> cell = row -> row == 50 ? "<3" : String.valueOf(row % 7);
    InferredColumn score = column("score", cell);

    assertThat(score.finding()).isEqualTo(Finding.WHOLE_NUMBER);
    assertThat(score.notes()).anyMatch(note -> note.startsWith("Some cells are no numbers"));
    assertThat(score.notes()).noneMatch(note -> note.contains("<3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'1,2\n3,4\n' | NO_HEADER",
        "'a,a\n3,4\n' | DUPLICATE_COLUMN",
        "'a;b\n3;4\n' | SEPARATOR"
      })
  void refusesAFileThatHasNoNamesForItsColumns(String file, String rule) {
    assertThatThrownBy(() -> SchemaInference.infer(file.getBytes(UTF_8), InferenceOptions.none()))
        .isInstanceOf(CsvProblemsException.class)
        .hasMessageContaining(rule);
  }

  private static Inferred trial(InferenceOptions options) {
    String header = "age,sex,odiBaseline,odi12m,vas12m,days,status,death\n";
    String rows =
        IntStream.range(0, ROWS)
            .mapToObj(
                r ->
                    "%d,%s,%d,%d,%d,%d,%d,%d%n"
                        .formatted(
                            20 + r % 60,
                            r % 2 == 0 ? "m" : "f",
                            r % 50,
                            r % 40,
                            r % 10,
                            r % 90,
                            r % 3,
                            r % 2))
            .collect(Collectors.joining());
    return SchemaInference.infer((header + rows).getBytes(UTF_8), options);
  }

  private static List<String> with(Inferred inferred, ColumnRole role) {
    return inferred.columns().stream().filter(c -> c.is(role)).map(Column::name).toList();
  }

  @Test
  void predictsTheTargetFromEveryColumnThatIsNotOfItsVisit() {
    Inferred inferred = trial(InferenceOptions.target("odi12m"));

    assertThat(with(inferred, ColumnRole.PRIMARY_OUTCOME)).containsExactly("odi12m");
    assertThat(with(inferred, ColumnRole.AFTER_OUTCOME)).containsExactly("vas12m");
    assertThat(with(inferred, ColumnRole.PREDICTOR))
        .containsExactly("age", "sex", "odiBaseline", "days", "status", "death");
    assertThat(with(inferred, ColumnRole.AFTER_TREATMENT)).containsExactly("odi12m", "vas12m");
    assertThat(with(inferred, ColumnRole.QUASI_IDENTIFIER)).containsExactly("age", "sex");
    assertThat(with(inferred, ColumnRole.SUBGROUP)).containsExactly("age", "sex");
    assertThat(inferred.contract().cuts())
        .containsOnlyKeys("age")
        .containsEntry("age", List.of(20.0, 30.0, 40.0, 50.0, 60.0, 70.0, 80.0));
  }

  @Test
  void takesRolesAsTheyAreNamed() {
    InferenceOptions options =
        new InferenceOptions(
            Optional.of("status"),
            Optional.empty(),
            Optional.empty(),
            Set.of("death"),
            Set.of("odiBaseline"),
            Set.of("sex"),
            Set.of(),
            Set.of(),
            List.of(new TimeToEvent("days", "status", Set.of("2"))));

    Inferred inferred = trial(options);

    assertThat(with(inferred, ColumnRole.AFTER_OUTCOME)).containsExactly("days", "death");
    assertThat(with(inferred, ColumnRole.SECRET)).containsExactly("sex");
    assertThat(with(inferred, ColumnRole.QUASI_IDENTIFIER))
        .containsExactly("age", "sex", "odiBaseline");
    assertThat(inferred.contract().cuts()).containsKeys("age", "odiBaseline");
    assertThat(inferred.contract().timeToEvent()).isEqualTo(options.timeToEvent());
  }

  @Test
  void hasNoRolesOfTimeWithoutATarget() {
    Inferred inferred = trial(InferenceOptions.none());

    assertThat(with(inferred, ColumnRole.PREDICTOR)).isEmpty();
    assertThat(with(inferred, ColumnRole.BEFORE_TREATMENT)).isEmpty();
  }

  @Test
  void refusesNamesThatTheFileDoesNotHaveAndTargetsThatAreNoVariables() {
    assertThatThrownBy(() -> trial(InferenceOptions.target("odi24m")))
        .hasMessage("The file has no column odi24m");
    assertThatThrownBy(
            () ->
                inferred(
                    "day",
                    row -> "2004-01-%02d".formatted(1 + row % 28),
                    InferenceOptions.target("day")))
        .hasMessageStartingWith("day: is no variable. Dates identify");
  }
}
