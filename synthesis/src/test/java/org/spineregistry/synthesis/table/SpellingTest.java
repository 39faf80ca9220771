package org.spineregistry.synthesis.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpellingTest {
  private static final Column SEX = Column.category("sex", List.of("F", "M", "OTHER"));
  private static final Column SCORE = Column.number("score", 1).between(0.0, 9.0);

  @Test
  void namesColumnsAndLevelsAsTheFileDoesAndKeepsTheRows() {
    Table table =
        Table.of(
            List.of(SEX, SCORE),
            List.of(
                ColumnValues.codes(new int[] {1, -1, 0}, SEX.levels()),
                ColumnValues.numbers(new double[] {1.5, 2, Double.NaN})));
    Spelling spelling =
        new Spelling(
            Map.of("sex", "Pat.Sex"), Map.of("sex", Map.of("F", "f", "M", "m", "OTHER", "else")));

    assertThat(new String(CsvWriter.write(spelling.of(table)), StandardCharsets.UTF_8))
        .isEqualTo("Pat.Sex,score\nm,1.5\n,2.0\nf,\n");
    assertThat(spelling.of(SEX).levels()).containsExactly("f", "m", "else");
    assertThat(spelling.of(SEX).other()).isEqualTo("else");
    assertThat(spelling.of(SCORE)).isEqualTo(SCORE);
  }

  /** A file may call one level what the schema calls another that the file does not have. */
  @Test
  void levelsThatWouldBecomeOneKeepTheirNames() {
    Spelling spelling = new Spelling(Map.of(), Map.of("sex", Map.of("F", "M", "OTHER", "else")));

    assertThat(spelling.of(SEX)).isEqualTo(SEX);
  }
}
