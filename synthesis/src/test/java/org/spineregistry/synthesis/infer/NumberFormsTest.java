package org.spineregistry.synthesis.infer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column that could be mended says so, and is no free text and no id. */
class NumberFormsTest {
  private static InferredColumn column(String name, IntFunction<String> cell) {
    String rows =
        IntStream.range(0, 100)
            .mapToObj(row -> row % 13 + ",\"" + cell.apply(row) + "\"\n")
            .collect(Collectors.joining());
    byte[] file = ("score," + name + "\n" + rows).getBytes(UTF_8);
    return SchemaInference.infer(file, InferenceOptions.none()).all().get(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 40})
  void decimalCommasAreToldWhetherOrNotTheyRepeat(int different) {
    InferredColumn weight = column("weight", row -> 60 + row % different + ",5");

    assertThat(weight.finding()).isEqualTo(Finding.NUMBER_FORM);
    assertThat(weight.notes().get(0)).contains("decimal commas");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%d%%", "€%d", "%d mg", "%d.5kg", "<%d", "CHF %d"})
  void aUnitBesideTheNumberIsTold(String form) {
    InferredColumn dose = column("dose", row -> form.formatted(row % 40));

    assertThat(dose.finding()).isEqualTo(Finding.NUMBER_FORM);
    assertThat(dose.notes().get(0)).contains("a unit or a sign");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "unknown", "n.a."})
  void aWordThatMayMeanNoValueIsTold(String word) {
    InferredColumn score = column("score12", row -> row % 3 == 0 ? word : String.valueOf(row));

    assertThat(score.finding()).isEqualTo(Finding.NUMBER_FORM);
    assertThat(score.notes().get(0)).contains("'" + word + "'", "leave these cells empty");
  }

  @Test
  void textsThatAreNoNumbersStayWhatTheyWere() {
    assertThat(column("remark", row -> "text " + row % 40).finding()).isEqualTo(Finding.FREE_TEXT);
    assertThat(
            column("room", row -> row % 40 + "abcdefgh".substring(row % 8, row % 8 + 1)).finding())
        .isEqualTo(Finding.FREE_TEXT);
    assertThat(column("dose", row -> row % 3 + " mg").finding()).isEqualTo(Finding.CATEGORY);
  }

  /** What stands for no value is far off and common. */
  @Test
  void aNumberThatMayMeanNoValueIsToldInTheDocs() {
    InferredColumn score = column("vas", row -> row % 4 == 0 ? "99" : String.valueOf(row % 11));

    assertThat(score.finding()).isEqualTo(Finding.WHOLE_NUMBER);
    assertThat(score.notes()).anyMatch(note -> note.startsWith("99 may mean no value"));
    assertThat(column("age", row -> String.valueOf(60 + row % 40)).notes())
        .noneMatch(note -> note.contains("no value"));
  }

  @Test
  void aColumnWithoutANameSaysSo() {
    assertThat(column("", row -> String.valueOf(row % 7)).notes())
        .containsExactly("Has no name in the header row.");
  }
}
