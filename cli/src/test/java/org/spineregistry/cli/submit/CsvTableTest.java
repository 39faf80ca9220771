package org.spineregistry.cli.submit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.spineregistry.cli.UserProblem;

class CsvTableTest {
  @Test
  void quotesByteOrderMarksAndWindowsLinesAreRead() {
    CsvTable table = read("\ufeffa,b\r\n\"x,1\",\"say \"\"hi\"\"\"\r\n\r\n,2\r\n");
    assertThat(table.columns()).containsExactly("a", "b");
    assertThat(table.rows()).extracting(CsvTable.Row::line).containsExactly(2L, 3L);
    assertThat(table.rows().get(0).cells())
        .containsEntry("a", "x,1")
        .containsEntry("b", "say \"hi\"");
    assertThat(table.rows().get(1).cells()).containsEntry("a", "").containsEntry("b", "2");
  }

  @Test
  void everyRaggedRowAndRepeatedColumnIsNamedWithoutACell() {
    assertThatThrownBy(() -> read("a,b,a\nsecret\n1,2,3\n4,5\n"))
        .isInstanceOfSatisfying(
            UserProblem.class,
            problem ->
                assertThat(problem.problems())
                    .containsExactly(
                        "column 3 has the same name as an earlier one",
                        "row 2 has 1 cells, the header row has 3",
                        "row 4 has 2 cells, the header row has 3"));
  }

  @Test
  void whatIsNoCsvIsRefusedWithoutQuotingIt() {
    refused(() -> read(""), "the file is empty");
    refused(() -> read("a,b\n\"never closed,2\n"), "a quoted cell does not end");
    refused(() -> CsvTable.read(new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe}), "not UTF-8");
  }

  private static void refused(ThrowingCallable reading, String reason) {
    assertThatThrownBy(reading)
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("never closed");
  }

  private static CsvTable read(String text) {
    return CsvTable.read(text.getBytes(StandardCharsets.UTF_8));
  }
}
