package org.spineregistry.synthesis.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.table.Column;

class ConditionsTest {
  private static final ConditionScope SCOPE =
      new ConditionScope(
          List.of(
              Column.category("procedure", List.of("SIJF", "PLIF", "A, B")),
              Column.number("ageYears", 0).between(18.0, 100.0),
              Column.number("bmi", 1),
              Column.category("implants", List.of()),
              Column.number("change", 0)),
          List.of(
              List.of("SIJF", "PLIF", "A, B"),
              List.of(),
              List.of(),
              List.of("cage", "screw"),
              List.of()),
          Set.of("change"),
          Set.of("siteId"));

  @ParameterizedTest
  @CsvSource({
    "ageYears=60,60,60",
    "ageYears>=60,60,Infinity",
    "ageYears>60,61,Infinity",
    "ageYears>59.5,60,Infinity",
    "ageYears<=60.9,-Infinity,60",
    "ageYears<60,-Infinity,59",
    "bmi>30,30.1,Infinity",
    "bmi<-0.05,-Infinity,-0.1",
    "bmi >= 25.25,25.3,Infinity"
  })
  void aRangeEndsAtValuesThatTheColumnCanHold(String text, double low, double high) {
    CellCondition.NumberRange range = (CellCondition.NumberRange) only(text);

    assertThat(range.low()).isEqualTo(low);
    assertThat(range.high()).isEqualTo(high);
  }

  @Test
  void conditionsOnOneNumberAreAnInterval() {
    CellCondition cell = only("ageYears>=60,ageYears<70");

    assertThat(cell.holds(60)).isTrue();
    assertThat(cell.holds(69)).isTrue();
    assertThat(cell.holds(70)).isFalse();
    assertThat(cell.holds(Double.NaN)).isFalse();
  }

  @Test
  void aLevelIsOneOrAllOthers() {
    assertThat(only("procedure=PLIF").key()).isEqualTo("{1}");
    assertThat(only("procedure!=PLIF").key()).isEqualTo("{0,2}");
    assertThat(only("procedure=\"A, B\"").key()).isEqualTo("{2}");
    assertThat(only("procedure!=PLIF,procedure!=SIJF").key()).isEqualTo("{2}");
    assertThat(only("procedure=SIJF").holds(Double.NaN)).isFalse();
  }

  @Test
  void aRowMeetsAllConditionsOrNot() {
    Conditions conditions = parse("procedure=SIJF,ageYears>=60");
    Row row = new Row(SCOPE.columns(), SCOPE.levels());
    row.set(0, 0);
    row.set(1, 60);

    assertThat(conditions.hold(row)).isTrue();
    row.set(1, 59);
    assertThat(conditions.hold(row)).isFalse();
    row.set(1, Double.NaN);
    assertThat(conditions.hold(row)).isFalse();
    assertThat(Conditions.none().hold(row)).isTrue();
  }

  @Test
  void theKeyDoesNotDependOnTheWriting() {
    String key = parse("procedure=SIJF,ageYears>=60,ageYears<=80").key();

    assertThat(parse(" ageYears < 81, ageYears > 59.2 ,procedure = SIJF ").key()).isEqualTo(key);
    assertThat(parse("procedure=PLIF,ageYears>=60,ageYears<=80").key()).isNotEqualTo(key);
  }

  @Test
  void everyProblemIsNamedAtOnce() {
    ConditionsException refused =
        catchThrowableOfType(
            ConditionsException.class,
            () ->
                parse(
                    "agee>=60,procedure=XLIF,ageYears=old,change=1,siteId=MN,procedure>PLIF,"
                        + "ageYears!=60,ageYears=17,bmi=30.25,60,=3,bmi>30,bmi<30"));

    assertThat(refused.problems())
        .containsExactly(
            "agee: unknown column",
            "procedure: 'XLIF' is not a level of this column",
            "ageYears: 'old' is not a number",
            "change: a derived column cannot be fixed",
            "siteId: a header column cannot be fixed",
            "procedure: a category takes = and != only",
            "ageYears: a number takes =, >=, >, <= and <, not !=",
            "ageYears: '17' is out of the range of the schema",
            "bmi: '30.25' has more than 1 decimals",
            "'60': a condition reads column=value",
            "'=3': a condition reads column=value",
            "bmi: the conditions exclude each other");
    assertThat(refused).hasMessageContaining("unknown column; procedure: 'XLIF'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "NaN", "Infinity", "1e999999999", "0x10", "", "1.0000000000001"})
  void onlyPlainNumbersAreRead(String value) {
    assertThatThrownBy(() -> parse("bmi>=" + value)).hasMessageContaining("is not a number");
  }

  /** A level that one patient has and one that nobody has give the same answer later on. */
  @Test
  void openLevelsAreNotGivenAway() {
    assertThat(only("implants=plate").isEmpty()).isTrue();
    assertThat(only("implants=cage").isEmpty()).isFalse();
  }

  @Test
  void aBlankTextHasNoConditions() {
    assertThat(parse("  ").isEmpty()).isTrue();
    assertThatThrownBy(() -> parse("ageYears>60,")).isInstanceOf(ConditionsException.class);
  }

  private static Conditions parse(String text) {
    return Conditions.parse(text, SCOPE);
  }

  private static CellCondition only(String text) {
    List<CellCondition> cells = parse(text).cells();
    assertThat(cells).hasSize(1);
    return cells.get(0);
  }
}
