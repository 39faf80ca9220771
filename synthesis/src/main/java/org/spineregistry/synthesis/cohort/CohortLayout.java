package org.spineregistry.synthesis.cohort;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a file holds a cohort.
 *
 * @param columns of the table, in its order; the order in the file does not matter
 * @param missing texts that mean no value; the empty one is always among them
 * @param others columns that may stand in the file and are not read
 * @param caseIds column that has the ids of the patients, unless the file lacks it
 * @param sites columns that may say where a patient was treated; the first one in the file does
 */
public record CohortLayout(
    List<SourceColumn> columns,
    Set<String> missing,
    Set<String> others,
    Optional<String> caseIds,
    List<SiteColumn> sites) {
  public CohortLayout {
    columns = List.copyOf(columns);
    Set<String> all = new HashSet<>(missing);
    all.add("");
    missing = Set.copyOf(all);
    others = Set.copyOf(others);
    sites = List.copyOf(sites);
  }
}
