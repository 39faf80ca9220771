package org.spineregistry.synthesis.advice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.metric.KMap;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * How many patients share their quasi-identifiers with enough others, and how many would without
 * one of them: rows like the others cannot be released.
 *
 * @param cohort all patients
 * @param contract with the bands of numbers
 * @param enough patients that must share a combination
 */
public record SharedCells(Table cohort, Contract contract, int enough) {
  /** A sentence; empty without quasi-identifiers. */
  public List<String> advice() {
    List<Integer> columns = cohort.withRole(ColumnRole.QUASI_IDENTIFIER);
    if (columns.isEmpty()) {
      return List.of();
    }
    List<String> without = new ArrayList<>();
    for (Integer column : columns) {
      List<Integer> others = columns.stream().filter(other -> !other.equals(column)).toList();
      if (!others.isEmpty()) {
        without.add(
            String.format(
                Locale.ROOT,
                "without %s %.0f %%",
                cohort.columns().get(column).name(),
                100 * share(others)));
      }
    }
    return List.of(
        String.format(
            Locale.ROOT,
            "Coarser columns: %.0f %% of the patients have quasi-identifiers that at least %d share%s."
                + " Wider bands (property cuts of the schema) raise it%s, and so do more patients.",
            100 * share(columns),
            enough,
            without.isEmpty() ? "" : "; " + String.join(", ", without),
            without.isEmpty() ? "" : " as well"));
  }

  private double share(List<Integer> columns) {
    int[] counts = KMap.of(cohort, columns, contract.cuts()).counts(cohort);
    return (double) Arrays.stream(counts).filter(count -> count >= enough).count()
        / Math.max(1, cohort.rows());
  }
}
