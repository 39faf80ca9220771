package org.spineregistry.certification;

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

/**
 * Real, public patients as accepted cases: the first rows of the table that the schemas are tested
 * with.
 */
public final class PeriodontalCases {
  private static final Path TABLE =
      Path.of("..", "schemas", "src", "test", "resources", "dictionary", "opt.csv");

  private PeriodontalCases() {}

  public static List<GenericRecord> first(int rows) throws IOException {
    DataDictionary dictionary = Campaigns.fromClasspath().byId("periodontal").orElseThrow();
    CaseReader reader = new CaseReader(dictionary);
    List<String> lines = Files.readAllLines(TABLE);
    String[] names = lines.get(0).split(",", -1);
    List<GenericRecord> records = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      String[] cells = lines.get(row + 1).split(",", -1);
      Map<String, String> values = new LinkedHashMap<>();
      values.put("caseId", caseId(row));
      for (int c = 0; c < names.length; c++) {
        values.put(names[c], cells[c]);
      }
      records.add(CaseRecords.toAvro(reader.csv(values)));
    }
    return records;
  }

  public static String caseId(int row) {
    return new UUID(0x1111222200004000L + ((long) row << 32), 0x8000000000000000L + row).toString();
  }
}
