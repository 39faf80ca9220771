package org.spineregistry.bench.cohort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.avro.generic.GenericRecord;
import org.spineregistry.cli.simulate.CohortCsv;
import org.spineregistry.cli.simulate.SimulatedCohort;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.CaseReader;
import org.spineregistry.schemas.dictionary.CaseRecords;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.run.Cohort;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.tables.CampaignTable;

/** Cohorts as the worker would hand them to the library: typed table, sites, rules. */
public final class BenchCohorts {
  private static final Path PERIODONTAL =
      Path.of("schemas", "src", "test", "resources", "dictionary", "opt.csv");
  private static final String CASE_ID = "caseId";

  private BenchCohorts() {}

  /**
   * The real multicentre cohort, 823 patients and 52 variables, from the checkout that the
   * benchmark runs in.
   */
  public static Cohort periodontal() throws IOException {
    List<Map<String, String>> rows = rows(Files.readAllLines(PERIODONTAL));
    for (int row = 0; row < rows.size(); row++) {
      long number = row + 1L;
      rows.get(row)
          .put(CASE_ID, new UUID(0x4000L | number << 32, Long.MIN_VALUE | number).toString());
    }
    return cohort("periodontal", rows, "site");
  }

  /** A simulated cohort of a campaign: published marginals and a factor model, no patient. */
  public static Cohort simulated(String campaign, int patients, Seed seed) {
    DataDictionary dictionary = dictionary(campaign);
    String csv = new CohortCsv(dictionary).of(SimulatedCohort.of(dictionary, patients, seed));
    return cohort(campaign, rows(csv.lines().toList()), "siteId");
  }

  /**
   * The same cohort by a schema that declares neither secrets nor what is known when, so that no
   * inference and no linkage is attacked.
   */
  public static Cohort withoutSecrets(Cohort cohort) {
    Table table = cohort.table();
    List<Column> columns = new ArrayList<>();
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      Set<ColumnRole> roles = new HashSet<>(column.roles());
      roles.removeAll(
          Set.of(ColumnRole.SECRET, ColumnRole.BEFORE_TREATMENT, ColumnRole.AFTER_TREATMENT));
      columns.add(
          new Column(
              column.name(),
              column.kind(),
              column.decimals(),
              column.minimum(),
              column.maximum(),
              column.levels(),
              column.ordered(),
              column.other(),
              roles));
      values.add(
          column.isNumber()
              ? ColumnValues.numbers(table.numbers(c))
              : ColumnValues.codes(table.codes(c), table.levels(c)));
    }
    return new Cohort(Table.of(columns, values), cohort.sites(), cohort.contract());
  }

  private static Cohort cohort(String campaign, List<Map<String, String>> rows, String site) {
    DataDictionary dictionary = dictionary(campaign);
    CaseReader reader = new CaseReader(dictionary);
    List<GenericRecord> cases = new ArrayList<>();
    List<String> sites = new ArrayList<>();
    rows.sort(Comparator.comparing(row -> row.get(CASE_ID)));
    for (Map<String, String> row : rows) {
      cases.add(CaseRecords.toAvro(reader.csv(row)));
      sites.add(row.get(site));
    }
    return new Cohort(
        CampaignTable.of(cases, dictionary), sites, CampaignTable.contract(dictionary));
  }

  private static DataDictionary dictionary(String campaign) {
    return Campaigns.fromClasspath().byId(campaign).orElseThrow();
  }

  private static List<Map<String, String>> rows(List<String> lines) {
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int c = 0; c < names.length; c++) {
        row.put(names[c], cells[c]);
      }
      rows.add(row);
    }
    return rows;
  }
}
