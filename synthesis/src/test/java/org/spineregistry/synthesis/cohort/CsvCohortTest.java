package org.spineregistry.synthesis.cohort;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.synthesis.table.Column;

class CsvCohortTest {
  private static final List<SourceColumn> COLUMNS =
      List.of(
          number(Column.number("age", 0).between(18.0, 90.0), "Age"),
          new SourceColumn(Column.number("score", 1), "Score", null, true, false),
          category(Column.bool("smoker"), "Smoker", LevelText.bool()),
          category(
              Column.category("side", List.of("left", "right")),
              "Side",
              LevelText.plain(List.of("left", "right"))),
          category(Column.category("note", List.of()), "Note", LevelText.plain(List.of())));
  private static final String HEADER = "Age,Score,Smoker,Side,Note\n";
  private static final CohortLayout LAYOUT = layout(List.of(), List.of());

  private static final List<SiteColumn> WARDS =
      List.of(new SiteColumn("siteId", Map.of()), new SiteColumn("ward", Map.of("A", "ward-a8")));

  private static SourceColumn number(Column column, String name) {
    return new SourceColumn(column, name, null, false, true);
  }

  private static SourceColumn category(Column column, String name, LevelText levels) {
    return new SourceColumn(column, name, levels, false, false);
  }

  private static CohortLayout layout(List<String> caseIds, List<SiteColumn> sites) {
    return new CohortLayout(COLUMNS, Set.of("NA", "-9"), Set.of("Comment"), caseIds, sites);
  }

  private static List<String> problems(String file) {
    return problems(file.getBytes(UTF_8), LAYOUT);
  }

  private static List<String> problems(byte[] file, CohortLayout layout) {
    return catchThrowableOfType(CsvProblemsException.class, () -> CsvCohort.read(file, layout))
        .problems()
        .stream()
        .map(CsvProblem::toString)
        .toList();
  }

  private static CsvCohort read(String file) {
    return CsvCohort.read(file.getBytes(UTF_8), LAYOUT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void readsEveryKindOfCellWhateverTheLinesEndWith(String lineEnd) {
    CsvCohort cohort =
        read(
            ("\uFEFF"
                    + HEADER
                    + "41,7.25,TRUE,left,\"b, \"\"b\"\"\"\n"
                    + "+63.0, 1e1 ,false,NA,a\n")
                .replace("\n", lineEnd));

    assertThat(cohort.table().numbers(0)).containsExactly(41, 63);
    assertThat(cohort.table().numbers(1)).containsExactly(7.2, 10);
    assertThat(cohort.table().codes(2)).containsExactly(1, 0);
    assertThat(cohort.table().codes(3)).containsExactly(0, -1);
    assertThat(cohort.table().levels(4)).containsExactly("a", "b, \"b\"");
    assertThat(cohort.table().codes(4)).containsExactly(1, 0);
    assertThat(cohort.caseIds()).isEmpty();
    assertThat(cohort.sites()).isEmpty();
  }

  @Test
  void findsColumnsByNameAndLeavesOthersAlone() {
    CsvCohort cohort = read("Comment,Note,Side,Smoker,Score,Age\n\"x\ny\",a,right,true,0,20\n");

    assertThat(cohort.table().columns()).extracting(Column::name).startsWith("age", "score");
    assertThat(cohort.table().numbers(0)).containsExactly(20);
  }

  @Test
  void readsMissingTextsAsNoValue() {
    CsvCohort cohort = read(HEADER + "20, NA ,-9,\" \",\n");

    for (int column = 1; column < 5; column++) {
      assertThat(cohort.table().isMissing(0, column)).isTrue();
    }
  }

  @Test
  void namesEveryBadCellByTheLineAndColumnThatAnEditorShows() {
    String file =
        HEADER
            + "17,1,yes,left,a\n" // line 2
            + "20,x,true,left,\"two\nlines\"\n" // lines 3 and 4
            + "\n"
            + "20.5,\"3,5\",true,LEFT,a\n" // line 6
            + ",1,true,left\n" // line 7
            + "1e999,1,maybe,left,a\n"; // line 8

    assertThat(problems(file.replace("\n", "\r\n")))
        .containsExactly(
            "line 2, Age: OUT_OF_RANGE",
            "line 2, Smoker: NOT_TRUE_OR_FALSE",
            "line 3, Score: NOT_A_NUMBER",
            "line 6, Age: TOO_MANY_DECIMALS",
            "line 6, Score: COMMA_DECIMAL",
            "line 6, Side: NOT_IN_LIST",
            "line 7: CELL_COUNT",
            "line 8, Age: NOT_FINITE",
            "line 8, Smoker: NOT_TRUE_OR_FALSE");
  }

  @Test
  void namesARequiredCellThatIsEmpty() {
    assertThat(problems(HEADER + "NA,1,true,left,a\n,1,true,left,a\n"))
        .containsExactly("line 2, Age: REQUIRED", "line 3, Age: REQUIRED");
  }

  @Test
  void repeatsNoCell() {
    byte[] file = (HEADER + "4711,secret,secret,secret,a\n").getBytes(UTF_8);

    assertThatThrownBy(() -> CsvCohort.read(file, LAYOUT))
        .hasMessage(
            "line 2, Age: OUT_OF_RANGE; line 2, Score: NOT_A_NUMBER;"
                + " line 2, Smoker: NOT_TRUE_OR_FALSE; line 2, Side: NOT_IN_LIST");
    assertThat(read(HEADER + "20,1,true,left,a\n").toString()).doesNotContain("20", "left");
  }

  /** A file without a header row has a patient in its place. */
  @Test
  void namesColumnsOfTheHeaderRowButNoneThatItDoesNotKnow() {
    assertThat(problems("Age,Score,Age,Side,Smith\n20,1,21,left,a\n"))
        .containsExactly(
            "line 1, Age: DUPLICATE_COLUMN",
            "line 1, #5: UNKNOWN_COLUMN",
            "line 1, Smoker: MISSING_COLUMN",
            "line 1, Note: MISSING_COLUMN");
  }

  @Test
  void listsTheFirstThousandProblemsAndCountsAll() {
    StringBuilder file = new StringBuilder(HEADER);
    for (int row = 0; row < 1200; row++) {
      file.append("x,1,y,left,a\n");
    }

    CsvProblemsException failure =
        catchThrowableOfType(CsvProblemsException.class, () -> read(file.toString()));

    assertThat(failure.count()).isEqualTo(2400);
    assertThat(failure.problems()).hasSize(1000);
    assertThat(failure.problems().get(999))
        .isEqualTo(new CsvProblem(501, "Smoker", "NOT_TRUE_OR_FALSE"));
    assertThat(failure).hasMessageEndingWith("; and 2380 more");
  }

  @Test
  void namesABadQuoteAndGoesOnBehindIt() {
    assertThat(problems(HEADER + "20,1,true,left,a\"b\n17,1,true,left,a\n20,1,true,\"left,a\n"))
        .containsExactly(
            "line 2, Note: BAD_QUOTE", "line 3, Age: OUT_OF_RANGE", "line 4, Side: BAD_QUOTE");
  }

  @Test
  void namesCellsThatAreNotUtf8() {
    byte[] file = (HEADER + "20,1,true,left,é\n20,é,true,é,a\n").getBytes(ISO_8859_1);

    assertThat(problems(file, LAYOUT))
        .containsExactly(
            "line 2, Note: NOT_UTF8", "line 3, Score: NOT_UTF8", "line 3, Side: NOT_UTF8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "''                            ! EMPTY_FILE",
        "'\uFEFF\r\n'                  ! EMPTY_FILE",
        "'Age,Score,Smoker,Side,Note'  ! NO_ROWS",
        "'Age;Score;Smoker\n20;1;true' ! SEPARATOR_NOT_COMMA",
        "'Age\tScore\n20\t1'           ! SEPARATOR_NOT_COMMA"
      })
  void saysOnceThatAFileIsNoTable(String file, String rule) {
    assertThat(problems(file == null ? "" : file)).containsExactly("line 1: " + rule);
  }

  @Test
  void sortsPatientsByTheirIds() {
    CohortLayout layout = layout(List.of("caseId", "id"), WARDS);
    String file = "id,ward," + HEADER + "c2,A,20,1,true,left,a\nc1,A,30,2,false,left,b\n";

    CsvCohort cohort = CsvCohort.read(file.getBytes(UTF_8), layout);

    assertThat(cohort.caseIds()).containsExactly("c1", "c2");
    assertThat(cohort.sites()).containsExactly("ward-a8", "ward-a8");
    assertThat(cohort.table().numbers(0)).containsExactly(30, 20);
  }

  @Test
  void namesPatientsThatStandTwiceAndSitesThatNobodyKnows() {
    CohortLayout layout = layout(List.of("caseId", "id"), WARDS);
    String file =
        "id,ward," + HEADER + "c1,A,20,1,true,left,a\nc1,B,30,2,false,left,b\n,,20,1,true,left,a\n";

    assertThat(problems(file.getBytes(UTF_8), layout))
        .containsExactly(
            "line 3, id: DUPLICATE_CASE",
            "line 3, ward: NOT_IN_LIST",
            "line 4, id: REQUIRED",
            "line 4, ward: REQUIRED");
  }

  @Test
  void aNumberHasNoLevels() {
    assertThatThrownBy(
            () -> new SourceColumn(Column.number("age", 0), "age", LevelText.bool(), false, false))
        .hasMessageContaining("age: a category");
  }
}
