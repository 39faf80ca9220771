package org.spineregistry.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.spineregistry.schemas.dictionary.CsvFormat;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.HeaderField;
import org.spineregistry.schemas.dictionary.Variable;
import org.spineregistry.synthesis.cohort.CohortLayout;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.cohort.CsvProblemsException;
import org.spineregistry.synthesis.cohort.SiteColumn;
import org.spineregistry.synthesis.cohort.SourceColumn;
import org.spineregistry.synthesis.table.Column;

/** Reads the cohort of a campaign from a CSV file, by the {@code csv} property of its schema. */
public final class CampaignCsv {
  private static final String CASE_ID = "caseId";
  private static final String SITE_ID = "siteId";

  private CampaignCsv() {}

  /**
   * Reads a file. Header fields other than {@code caseId} and {@code siteId}, and reasons for
   * missing values, may stand in it and are not read.
   *
   * @throws CsvProblemsException with every problem of the file; none repeats a cell
   */
  public static CsvCohort read(byte[] file, DataDictionary dictionary) {
    return CsvCohort.read(file, layout(dictionary));
  }

  /** How the files of a campaign hold a cohort, with the columns of {@link CampaignTable}. */
  public static CohortLayout layout(DataDictionary dictionary) {
    List<Variable> variables = dictionary.variables();
    List<Column> columns = CampaignTable.columns(dictionary);
    return new CohortLayout(
        IntStream.range(0, variables.size())
            .mapToObj(v -> source(dictionary, variables.get(v), columns.get(v)))
            .toList(),
        dictionary.csv().missing(),
        others(dictionary),
        caseIds(dictionary.csv()),
        sites(dictionary.csv()));
  }

  private static SourceColumn source(DataDictionary dictionary, Variable variable, Column column) {
    CsvFormat format = dictionary.csv();
    return new SourceColumn(
        column,
        format.column(variable),
        column.isNumber() ? null : new CampaignLevels(variable, SetTexts.of(dictionary)),
        format.round().contains(variable.name()),
        variable.required());
  }

  private static Set<String> others(DataDictionary dictionary) {
    Set<String> others = new HashSet<>(dictionary.csv().ignore());
    dictionary.header().stream().map(HeaderField::name).forEach(others::add);
    dictionary.csv().header().values().forEach(source -> source.column().ifPresent(others::add));
    for (Variable variable : dictionary.variables()) {
      others.add(variable.name() + CsvFormat.REASON_SUFFIX);
    }
    return others;
  }

  /** A column of the field's own name comes first. */
  private static List<String> caseIds(CsvFormat format) {
    List<String> caseIds = new ArrayList<>(List.of(CASE_ID));
    CsvFormat.HeaderSource source = format.header().get(CASE_ID);
    if (source != null) {
      source.column().ifPresent(caseIds::add);
    }
    return caseIds;
  }

  private static List<SiteColumn> sites(CsvFormat format) {
    List<SiteColumn> sites = new ArrayList<>(List.of(new SiteColumn(SITE_ID, Map.of())));
    CsvFormat.HeaderSource source = format.header().get(SITE_ID);
    if (source != null) {
      source.column().ifPresent(column -> sites.add(new SiteColumn(column, source.values())));
    }
    return sites;
  }
}
