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
 * @param caseIds column of the ids of the patients, if the file has one
 * @param sites column of the sites, if the file has one
 */
public record CohortLayout(
    List<SourceColumn> columns,
    Set<String> missing,
    Set<String> others,
    Optional<String> caseIds,
    Optional<SiteColumn> sites) {
  public CohortLayout {
    columns = List.copyOf(columns);
    Set<String> all = new HashSet<>(missing);
    all.add("");
    missing = Set.copyOf(all);
    others = Set.copyOf(others);
  }
}
