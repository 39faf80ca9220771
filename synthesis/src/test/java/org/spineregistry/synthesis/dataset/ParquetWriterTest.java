package org.spineregistry.synthesis.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.report.ReportSamples;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;
import org.spineregistry.synthesis.testing.OptData;

class ParquetWriterTest {
  @Test
  void anotherReaderFindsEveryCellOfTheRealCohort() throws IOException {
    Table cohort = OptData.cohort();

    List<Map<String, Object>> rows = ParquetFiles.rows(ParquetWriter.write(cohort));

    assertThat(rows).hasSize(823);
    for (Column column : cohort.columns()) {
      List<String> texts = OptData.texts(column.name());
      for (int row = 0; row < rows.size(); row++) {
        Object cell = rows.get(row).get(column.name());
        String text = texts.get(row);
        if (text == null || !column.isNumber()) {
          assertThat(cell == null ? null : cell.toString()).isEqualTo(text);
        } else {
          assertThat(((Number) cell).doubleValue()).isEqualTo(Double.parseDouble(text));
        }
      }
    }
  }

  @Test
  void columnsThatAreEmptyConstantOpenOrLargeAreRead() throws IOException {
    List<Map<String, Object>> expected = new ArrayList<>();
    Table table = odd(expected);

    assertThat(ParquetFiles.rows(ParquetWriter.write(table)))
        .usingRecursiveComparison()
        .isEqualTo(expected);
  }

  @Test
  void typesFollowTheColumns() throws IOException {
    assertThat(
            ParquetFiles.metadata(ParquetWriter.write(odd(new ArrayList<>())))
                .getFileMetaData()
                .getSchema()
                .toString())
        .isEqualTo(
            "message schema {\n"
                + "  optional int64 empty;\n"
                + "  optional double constant;\n"
                + "  optional boolean flag;\n"
                + "  optional binary set (STRING);\n"
                + "  optional int64 large;\n"
                + "}\n");
  }

  @Test
  void aTableWithoutRowsIsAFileWithoutRows() throws IOException {
    byte[] file = ParquetWriter.write(odd(new ArrayList<>()).select(new int[0]));

    assertThat(ParquetFiles.metadata(file).getBlocks()).isEmpty();
    assertThat(ParquetFiles.rows(file)).isEmpty();
  }

  @Test
  void theSameTableGivesTheSameBytesOnEveryMachine() {
    byte[] file = ParquetWriter.write(OptData.cohort());

    assertThat(ParquetWriter.write(OptData.cohort())).isEqualTo(file);
    assertThat(DatasetFile.of("cohort.parquet", DatasetFile.PARQUET, 823, file).sha256())
        .as("the bytes of an earlier day")
        .isEqualTo("7845821c63fd1f72ddf67b76c56844295aed239483e9ce86061c7be666c6d059");
  }

  @Test
  void aFileOfTenThousandRowsIsReadWhole() throws IOException {
    Table release = ReportSamples.mixed(OptData.cohort(), 10_000);

    List<Map<String, Object>> rows = ParquetFiles.rows(ParquetWriter.write(release));

    double[] weights = release.numbers(release.indexOf("birthweightG"));
    assertThat(rows).hasSize(10_000);
    for (int row = 0; row < weights.length; row++) {
      Object cell = rows.get(row).get("birthweightG");
      assertThat(cell == null ? Double.NaN : ((Number) cell).doubleValue())
          .isEqualTo(Double.valueOf(weights[row]));
    }
  }

  private static Table odd(List<Map<String, Object>> expected) {
    TableBuilder builder =
        new TableBuilder(
            List.of(
                Column.number("empty", 0),
                Column.number("constant", 2),
                Column.bool("flag"),
                Column.category("set", List.of()),
                Column.number("large", 0)));
    for (int row = 0; row < 1003; row++) {
      Boolean flag = row % 3 == 0 ? null : Boolean.valueOf(row % 5 == 0);
      String set = row % 7 == 0 ? null : "L" + row % 17 + ";\u00e9\"";
      long large = -9_007_199_254_740_000L + row / 200;
      builder.add(Arrays.asList(null, 1.25, flag, set, large));
      Map<String, Object> cells = new HashMap<>();
      cells.put("empty", null);
      cells.put("constant", 1.25);
      cells.put("flag", flag);
      cells.put("set", set);
      cells.put("large", large);
      expected.add(cells);
    }
    return builder.build();
  }
}
