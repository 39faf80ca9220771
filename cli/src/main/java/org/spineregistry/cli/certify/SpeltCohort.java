package org.spineregistry.cli.certify;

import java.util.HashMap;
import java.util.Map;
import org.spineregistry.cli.schema.CsvProblems;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.cohort.CohortLayout;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.cohort.Level;
import org.spineregistry.synthesis.cohort.LevelText;
import org.spineregistry.synthesis.cohort.SourceColumn;
import org.spineregistry.synthesis.table.Spelling;
import org.spineregistry.tables.CampaignCsv;

/**
 * A cohort and how its file writes names and levels, so that what is released reads like the file.
 * Texts are those that the schema allows: a symbol, a label, true and false.
 *
 * @param cohort by the names of the schema
 * @param spelling of the file; of the texts of one level the first one in it
 */
record SpeltCohort(CsvCohort cohort, Spelling spelling) {
  /**
   * Reads a file by its schema.
   *
   * @throws org.spineregistry.cli.UserProblem with line and column of every bad cell
   */
  static SpeltCohort read(byte[] file, DataDictionary dictionary) {
    CohortLayout layout = CampaignCsv.layout(dictionary);
    Map<String, String> columns = new HashMap<>();
    Map<String, Map<String, String>> levels = new HashMap<>();
    for (SourceColumn source : layout.columns()) {
      columns.put(source.column().name(), source.name());
      levels.put(source.column().name(), new HashMap<>());
    }
    CohortLayout listening =
        new CohortLayout(
            layout.columns().stream()
                .map(source -> listening(source, levels.get(source.column().name())))
                .toList(),
            layout.missing(),
            layout.others(),
            layout.caseIds(),
            layout.sites());
    return new SpeltCohort(CsvProblems.read(file, listening), new Spelling(columns, levels));
  }

  private static SourceColumn listening(SourceColumn source, Map<String, String> heard) {
    if (source.column().isNumber() || source.column().isOpen()) {
      return source;
    }
    LevelText texts = source.levels();
    return new SourceColumn(
        source.column(),
        source.name(),
        text -> {
          Level level = texts.level(text);
          if (level.level() != null) {
            heard.putIfAbsent(level.level(), text);
          }
          return level;
        },
        source.rounded(),
        source.required());
  }
}
