package org.spineregistry.synthesis.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;

class DataDictionaryTableTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("ageYears", 0)
              .between(18.0, 99.0)
              .with(ColumnRole.PREDICTOR)
              .with(ColumnRole.QUASI_IDENTIFIER),
          Column.number("bmi", 1).between(null, 70.5),
          Column.bool("smoker"),
          Column.category("grade", List.of("A", "B")).inOrder(),
          Column.category("complications", List.of()));
  private static final Map<String, ColumnDoc> DOCS =
      Map.of("ageYears", new ColumnDoc("Age at surgery, in full years.", "years"));

  @Test
  void aRowOfTheCsvSaysWhatTheSchemaAllows() {
    assertThat(new String(DataDictionaryTable.csv(COLUMNS, DOCS), UTF_8))
        .isEqualTo(
            """
            name,type,unit,decimals,minimum,maximum,levels,ordered,roles,description
            ageYears,integer,years,0,18,99,,true,predictor|quasi-identifier,"Age at surgery, in full years."
            bmi,number,,1,,70.5,,true,,
            smoker,boolean,,,,,false|true,true,,
            grade,category,,,,,A|B,true,,
            complications,category,,,,,,false,,
            """);
  }

  @Test
  void theJsonSaysTheSame() {
    assertThat(new String(DataDictionaryTable.json(COLUMNS.subList(0, 1), DOCS), UTF_8))
        .isEqualTo(
            """
            [{"decimals":0,"description":"Age at surgery, in full years.","levels":[],"maximum":99,"minimum":18,"name":"ageYears","ordered":true,"roles":["predictor","quasi-identifier"],"type":"integer","unit":"years"}]
            """);
  }
}
