package org.spineregistry.synthesis.csv;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of RFC 4180, section 2, and what table tools add to them. */
class CsvGridTest {
  private static CsvGrid lenient(String text) {
    return CsvGrid.lenient(text.getBytes(UTF_8));
  }

  private static List<List<String>> texts(CsvGrid grid) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < grid.rows(); row++) {
      List<String> cells = new ArrayList<>();
      for (int cell = 0; cell < grid.cells(row); cell++) {
        cells.add(grid.text(row, cell));
      }
      rows.add(cells);
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n",
        "aaa,bbb,ccc\r\nzzz,yyy,xxx",
        "aaa,bbb,ccc\nzzz,yyy,xxx\n",
        "aaa,bbb,ccc\rzzz,yyy,xxx\r",
        "\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx",
        "\uFEFFaaa,bbb,ccc\r\n\r\nzzz,yyy,xxx\r\n\r\n",
        "\uFEFF\"aaa\",bbb,ccc\n\nzzz,yyy,xxx"
      })
  void findsTheSameCellsInEveryForm(String text) {
    CsvGrid grid = lenient(text);

    assertThat(texts(grid))
        .containsExactly(List.of("aaa", "bbb", "ccc"), List.of("zzz", "yyy", "xxx"));
    assertThat(grid.faults()).isEmpty();
  }

  @Test
  void findsQuotedCommasLineEndsAndQuotes() {
    CsvGrid grid = lenient("a,\"b\r\nb\",\"c,\"\"c\"\"\"\n,\"\",\n");

    assertThat(texts(grid)).containsExactly(List.of("a", "b\r\nb", "c,\"c\""), List.of("", "", ""));
  }

  @Test
  void countsLinesAsAnEditorDoes() {
    CsvGrid grid = lenient("a,b\r\n\r\n\"1\n2\r\n3\r4\",x\n5,\"6\n\"\n7,8");

    assertThat(grid.rows()).isEqualTo(4);
    assertThat(List.of(grid.line(0, 0), grid.line(1, 0), grid.line(2, 0), grid.line(3, 0)))
        .containsExactly(1, 3, 7, 9);
    assertThat(grid.line(1, 1)).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'a,b\n1,2\"3\n4,5'      | 1 | 1",
        "'a,b\n\"1\"x,2\n4,5'    | 1 | 0",
        "'a,b\n\"1\" ,2\n4,5'    | 1 | 0",
        "'a,b\n1,2\n\"4,5'       | 2 | 0",
        "'a,b\n1,2\n4,\"5\"\"'   | 2 | 1"
      })
  void namesACellWhoseQuotesAreWrongAndGoesOn(String text, int row, int cell) {
    CsvGrid grid = lenient(text);

    assertThat(grid.faults()).containsExactly(new CsvFault(row, cell, "BAD_QUOTE"));
    assertThat(grid.rows()).isEqualTo(3);
  }

  @Test
  void leavesWhiteSpaceAroundATextOut() {
    CsvGrid grid = lenient(" 1 ,\"\t2\n\", ,\n");

    CsvCell cursor = grid.cursor();
    List<Integer> lengths = new ArrayList<>();
    for (int cell = 0; cell < 4; cell++) {
      cursor.to(0, cell);
      lengths.add(cursor.end() - cursor.start());
    }
    assertThat(lengths).containsExactly(1, 1, 0, 0);
  }

  @Test
  void namesCellsThatAreNotUtf8() {
    CsvGrid grid = CsvGrid.lenient("a,é\nb,c\n".getBytes(ISO_8859_1));

    assertThat(isUtf8(grid, 0, 1)).isFalse();
    assertThat(isUtf8(grid, 1, 1)).isTrue();
    assertThat(isUtf8(lenient("a,é\n"), 0, 1)).isTrue();
  }

  private static boolean isUtf8(CsvGrid grid, int row, int cell) {
    return grid.isUtf8(grid.first(row, cell), grid.last(row, cell));
  }

  @Test
  void anEmptyFileHasNoRow() {
    assertThat(lenient("").rows()).isZero();
    assertThat(lenient("\uFEFF").rows()).isZero();
    assertThat(lenient("\r\n\n").rows()).isZero();
    assertThat(lenient("a").rows()).isEqualTo(1);
  }

  @Property(tries = 500, seed = "2026")
  void whatIsQuotedComesBack(@ForAll("rows") List<List<String>> rows, @ForAll boolean windows) {
    String lineEnd = windows ? "\r\n" : "\n";
    String file =
        rows.stream()
            .map(row -> row.stream().map(CsvGridTest::quoted).collect(Collectors.joining(",")))
            .collect(Collectors.joining(lineEnd));

    assertThat(texts(lenient(file))).isEqualTo(rows);
    assertThat(
            texts(CsvGrid.canonical(file.replace("\"" + lineEnd + "\"", "\"\n\"").getBytes(UTF_8))))
        .isEqualTo(rows);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }

  @Property(tries = 500, seed = "2026")
  void anyBytesHaveRowsWithCellsOnRisingLines(@ForAll byte[] file) {
    assertThat(CsvGrid.canonical(file).rows()).isLessThanOrEqualTo(file.length);
    CsvGrid grid = CsvGrid.lenient(file);
    int line = 0;
    for (int row = 0; row < grid.rows(); row++) {
      assertThat(grid.cells(row)).isPositive();
      assertThat(grid.line(row, 0)).isGreaterThan(line);
      line = grid.line(row, grid.cells(row) - 1);
    }
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> cell = Arbitraries.strings().withChars("ab,;\"é€ ").ofMaxLength(6);
    return cell.list().ofSize(3).list().ofMinSize(1).ofMaxSize(6);
  }
}
