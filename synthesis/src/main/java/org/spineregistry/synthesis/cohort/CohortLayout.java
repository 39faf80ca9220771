package org.spineregistry.synthesis.cohort;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How a file holds a cohort.
 *
 * @param columns of the table, in its order; the order in the file does not matter
 * @param missing texts that mean no value; the empty one is always among them
 * @param others columns that may stand in the file and are not read
 * @param caseIds columns that may have the ids of the patients; the first one in the file does
 * @param sites columns that may say where a patient was treated; the first one in the file does
 */
public record CohortLayout(
    List<SourceColumn> columns,
    Set<String> missing,
    Set<String> others,
    List<String> caseIds,
    List<SiteColumn> sites) {
  public CohortLayout {
    columns = List.copyOf(columns);
    Set<String> all = new HashSet<>(missing);
    all.add("");
    missing = Set.copyOf(all);
    others = Set.copyOf(others);
    caseIds = List.copyOf(caseIds);
    sites = List.copyOf(sites);
  }
}
