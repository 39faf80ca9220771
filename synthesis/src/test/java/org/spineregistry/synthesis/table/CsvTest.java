package org.spineregistry.synthesis.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.synthesis.testing.OptData;

class CsvTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("age", 0),
          Column.number("bmi", 2),
          Column.bool("smoker"),
          Column.category("note, \"side\"", List.of()));

  @Test
  void writesTheCanonicalBytes() {
    Table table =
        new TableBuilder(COLUMNS)
            .add(Arrays.asList(41, 27.5, true, "é;è"))
            .add(Arrays.asList(null, -0.05, false, "a,b"))
            .add(Arrays.asList(-3, 0, null, "say \"no\"\n"))
            .add(Arrays.asList(0, 100.00, true, null))
            .build();

    assertThat(new String(CsvWriter.write(table), UTF_8))
        .isEqualTo(
            "age,bmi,smoker,\"note, \"\"side\"\"\"\n"
                + "41,27.50,true,é;è\n"
                + ",-0.05,false,\"a,b\"\n"
                + "-3,0.00,,\"say \"\"no\"\"\n\"\n"
                + "0,100.00,true,\n");
  }

  @Test
  void writesAKeyColumnInFront() {
    Table table = new TableBuilder(COLUMNS.subList(0, 1)).add(List.of(1)).add(List.of(2)).build();

    assertThat(new String(CsvWriter.write(table, "caseId", List.of("k1", "k2")), UTF_8))
        .isEqualTo("caseId,age\nk1,1\nk2,2\n");
    assertThatThrownBy(() -> CsvWriter.write(table, "caseId", List.of("k1")))
        .hasMessageContaining("one key");
  }

  @Test
  void readsWhatItWrote() {
    Table cohort = OptData.cohort();

    Table again = CsvReader.read(CsvWriter.write(cohort), cohort.columns());

    assertThat(CsvWriter.write(again)).isEqualTo(CsvWriter.write(cohort));
    for (int c = 0; c < cohort.columns().size(); c++) {
      if (cohort.columns().get(c).isNumber()) {
        assertThat(again.numbers(c)).containsExactly(cohort.numbers(c));
      } else {
        assertThat(again.codes(c)).containsExactly(cohort.codes(c));
      }
    }
  }

  @Property(seed = "2026")
  void numbersHaveExactlyTheirDecimals(
      @ForAll @LongRange(min = -100_000_000_000L, max = 100_000_000_000L) long unscaled,
      @ForAll @IntRange(min = 0, max = 9) int decimals) {
    BigDecimal exact = BigDecimal.valueOf(unscaled, decimals);
    Table table =
        new TableBuilder(List.of(Column.number("x", decimals)))
            .add(List.of(exact.doubleValue()))
            .build();

    String line = new String(CsvWriter.write(table), UTF_8).lines().skip(1).findFirst().get();

    assertThat(line).isEqualTo(exact.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'x\n1\r\n'          | CARRIAGE_RETURN",
        "'x\n\"1\n'          | BAD_QUOTE",
        "'x\n\"1\"2\n'       | BAD_QUOTE",
        "'x\n1\"\n'          | BAD_QUOTE",
        "'y\n1\n'            | HEADER_MISMATCH",
        "''                  | HEADER_MISMATCH",
        "'\uFEFFx\n1\n'      | HEADER_MISMATCH",
        "'x\n1,2\n'          | CELL_COUNT",
        "'x\n1e3\n'          | NOT_A_NUMBER",
        "'x\n1,5\n'          | CELL_COUNT",
        "'x\n+1\n'           | NOT_A_NUMBER",
        "'x\nNaN\n'          | NOT_A_NUMBER",
        "'x\n1.5\n'          | TOO_MANY_DECIMALS"
      })
  void refusesWhatIsNotSuchACsv(String csv, String rule) {
    byte[] bytes = (csv == null ? "" : csv).getBytes(UTF_8);

    assertThatThrownBy(() -> CsvReader.read(bytes, List.of(Column.number("x", 0))))
        .isInstanceOf(TableException.class)
        .hasMessageContaining(rule);
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    assertThatThrownBy(
            () -> CsvReader.read(new byte[] {'x', '\n', (byte) 0xFF}, List.of(COLUMNS.get(0))))
        .hasMessageContaining("NOT_UTF8");
  }

  @Test
  void anEmptyLineOfAOneColumnTableIsAMissingValue() {
    Table table = CsvReader.read("x\n\n7\n".getBytes(UTF_8), List.of(Column.number("x", 0)));

    assertThat(table.numbers(0)).containsExactly(Double.NaN, 7);
  }
}
