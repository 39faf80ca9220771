package org.spineregistry.synthesis.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What is written reads back cell by cell, whatever the texts look like. */
class CsvPropertyTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.category("free \"text\", with\nlines", List.of()),
          Column.number("amount", 2),
          Column.bool("flag"));

  @Property(tries = 300, seed = "2026")
  void tablesSurviveTheRoundTrip(@ForAll("rows") List<List<Object>> rows) {
    Table table = table(rows);

    byte[] csv = CsvWriter.write(table);
    Table again = CsvReader.read(csv, COLUMNS);

    assertThat(CsvWriter.write(again)).isEqualTo(csv);
    assertThat(again.rows()).isEqualTo(rows.size());
    for (int row = 0; row < rows.size(); row++) {
      assertThat(level(again, row, 0)).isEqualTo(rows.get(row).get(0));
      Object amount = rows.get(row).get(1);
      assertThat(again.isMissing(row, 1)).isEqualTo(amount == null);
      if (amount != null) {
        assertThat(again.numbers(1)[row]).isEqualTo(amount);
      }
      Object flag = rows.get(row).get(2);
      assertThat(level(again, row, 2)).isEqualTo(flag == null ? null : flag.toString());
    }
  }

  @Property(tries = 100, seed = "2026")
  void selectionAndConcatenationCommuteWithWriting(@ForAll("rows") List<List<Object>> rows) {
    Table table = table(rows);
    int half = rows.size() / 2;
    int[] first = IntStream.range(0, half).toArray();
    int[] second = IntStream.range(half, rows.size()).toArray();

    Table joined = Table.concatenate(List.of(table.select(first), table.select(second)));

    assertThat(CsvWriter.write(joined)).isEqualTo(CsvWriter.write(table));
  }

  @Property(tries = 500, seed = "2026")
  void readingBytesNeverFailsInAnotherWayThanItsOwn(@ForAll byte[] bytes) {
    byte[] csv = Arrays.copyOf("amount\n".getBytes(UTF_8), 7 + bytes.length);
    System.arraycopy(bytes, 0, csv, 7, bytes.length);
    try {
      Table table = CsvReader.read(csv, List.of(Column.number("amount", 2)));
      assertThat(table.rows()).isGreaterThanOrEqualTo(0);
    } catch (TableException refused) {
      assertThat(refused.problems()).isNotEmpty();
    }
  }

  private static String level(Table table, int row, int column) {
    int code = table.codes(column)[row];
    return code < 0 ? null : table.levels(column).get(code);
  }

  private static Table table(List<List<Object>> rows) {
    TableBuilder builder = new TableBuilder(COLUMNS);
    rows.forEach(builder::add);
    return builder.build();
  }

  @Provide
  Arbitrary<List<List<Object>>> rows() {
    Arbitrary<String> text =
        Arbitraries.strings().withChars("ab,;\"\n\r é€ ").ofMinLength(1).ofMaxLength(8);
    Arbitrary<Double> amount =
        Arbitraries.longs().between(-1_000_000, 1_000_000).map(v -> v == 0 ? 0.0 : v / 100.0);
    Arbitrary<Boolean> flag = Arbitraries.of(true, false);
    return Combinators.combine(text.injectNull(0.2), amount.injectNull(0.2), flag.injectNull(0.2))
        .as(CsvPropertyTest::cells)
        .list()
        .ofMinSize(2)
        .ofMaxSize(12);
  }

  private static List<Object> cells(String text, Double amount, Boolean flag) {
    List<Object> cells = new ArrayList<>();
    cells.add(text);
    cells.add(amount);
    cells.add(flag);
    return cells;
  }
}
