package org.spineregistry.bench.synthesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.CaseRecords;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.tables.CampaignTable;

/**
 * The real multicentre cohort, 823 patients and 52 variables, as the worker would hand it to the
 * library.
 */
final class PeriodontalTable {
  private static final Path FILE =
      Path.of("schemas", "src", "test", "resources", "dictionary", "opt.csv");

  private PeriodontalTable() {}

  /** Reads the table from the checkout that the benchmark runs in. */
  static Table read() throws IOException {
    DataDictionary dictionary = Campaigns.fromClasspath().byId("periodontal").orElseThrow();
    CaseReader reader = new CaseReader(dictionary);
    List<String> lines = Files.readAllLines(FILE);
    String[] names = lines.get(0).split(",", -1);
    List<GenericRecord> cases = new ArrayList<>();
    for (int row = 1; row < lines.size(); row++) {
      Map<String, String> values = new LinkedHashMap<>();
      values.put("caseId", new UUID(0x4000L | (long) row << 32, Long.MIN_VALUE | row).toString());
      String[] cells = lines.get(row).split(",", -1);
      for (int c = 0; c < names.length; c++) {
        values.put(names[c], cells[c]);
      }
      cases.add(CaseRecords.toAvro(reader.csv(values)));
    }
    return CampaignTable.of(cases, dictionary);
  }
}
