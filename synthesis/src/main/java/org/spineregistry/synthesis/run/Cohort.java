package org.spineregistry.synthesis.run;

import java.util.List;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.table.Table;

/**
 * The patients of a run.
 *
 * @param table one row a patient, sorted by case id
 * @param sites site of each row, the strata of the audit
 * @param contract what every row must keep
 */
public record Cohort(Table table, List<String> sites, Contract contract) {
  public Cohort {
    sites = List.copyOf(sites);
    if (sites.size() != table.rows()) {
      throw new IllegalArgumentException("There must be one site for each patient");
    }
  }

  /** A cohort whose schema promises nothing beside its columns. */
  public static Cohort of(Table table, List<String> sites) {
    return new Cohort(table, sites, Contract.none());
  }
}
