package org.spineregistry.synthesis.release;

import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.dataset.ColumnDoc;
import org.spineregistry.synthesis.report.LineageEntry;
import org.spineregistry.synthesis.table.Column;

/**
 * What the files of a run say about where they come from.
 *
 * @param source campaign, or name of the file that the cohort was read from
 * @param patients N of the cohort
 * @param columns in schema order
 * @param docs by column name; a column may have none
 * @param publisher organisation that releases
 * @param license URL of the terms under which the datasets are given away
 * @param date ISO date of the release
 * @param lineage facts beside those of the run itself
 */
public record ReleaseSubject(
    String source,
    int patients,
    List<Column> columns,
    Map<String, ColumnDoc> docs,
    String publisher,
    String license,
    String date,
    List<LineageEntry> lineage) {
  public ReleaseSubject {
    columns = List.copyOf(columns);
    docs = Map.copyOf(docs);
    lineage = List.copyOf(lineage);
  }
}
