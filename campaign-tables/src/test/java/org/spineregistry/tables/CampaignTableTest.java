package org.spineregistry.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableException;

class CampaignTableTest {
  private static Row row(String name, String overrides) {
    GenericRecord record = Examples.record(name, Examples.parse(overrides));
    Table table = CampaignTable.of(List.of(record), Examples.dictionary(name));
    return Rows.of(table, 0);
  }

  private static Object value(String name, String overrides, String column) {
    Row row = row(name, overrides);
    List<String> names = row.columns().stream().map(c -> c.name()).toList();
    return row.value(names.indexOf(column));
  }

  @Test
  void holdsTheValuesOfARecord() {
    assertThat(value("sacroiliac", "{'ageYears': 63}", "ageYears")).isEqualTo(63.0);
    assertThat(value("sacroiliac", "{'odi12m': 24.5}", "odi12m")).isEqualTo(24.5);
    assertThat(value("sacroiliac", "{'odi12m': null}", "odi12m")).isNull();
    assertThat(value("sacroiliac", "{'sex': 'FEMALE'}", "sex")).isEqualTo("FEMALE");
    assertThat(value("sacroiliac", "{'diabetes': true}", "diabetes")).isEqualTo("true");
  }

  @Test
  void makesASetOneLevelInTheOrderOfItsList() {
    String column = "complications90d";
    assertThat(value("sacroiliac", "{'complications90d': ['PE', 'DEEP_SSI']}", column))
        .isEqualTo("DEEP_SSI;PE");
    assertThat(value("sacroiliac", "{'complications90d': []}", column)).isEqualTo("NONE");
    assertThat(value("sacroiliac", "{'complications90d': null}", column)).isNull();
  }

  @Test
  void quotesNoValueThatBreaksTheSchema() {
    GenericRecord record = Examples.record("sacroiliac", Examples.parse("{'ageYears': 63}"));
    record.put("ageYears", 4711);

    assertThatThrownBy(() -> CampaignTable.of(List.of(record), Examples.sacroiliac()))
        .isInstanceOf(TableException.class)
        .hasMessage("row 0, ageYears: OUT_OF_RANGE");
  }
}
