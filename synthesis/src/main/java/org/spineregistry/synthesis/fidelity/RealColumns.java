package org.spineregistry.synthesis.fidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.table.Table;

/**
 * The columns of a cohort, sorted once, against which any number of releases is compared.
 * Immutable.
 */
public final class RealColumns {
  private final Table cohort;
  private final double[][] sorted;

  private RealColumns(Table cohort, double[][] sorted) {
    this.cohort = cohort;
    this.sorted = sorted;
  }

  /** Prepares a cohort. */
  public static RealColumns of(Table cohort) {
    double[][] sorted = new double[cohort.columns().size()][];
    for (int c = 0; c < sorted.length; c++) {
      sorted[c] = cohort.columns().get(c).isNumber() ? sorted(cohort, c) : null;
    }
    return new RealColumns(cohort, sorted);
  }

  /** Number columns that have values on both sides, in schema order. */
  public List<NumberFidelity> numbers(Table release) {
    List<NumberFidelity> compared = new ArrayList<>();
    for (int c = 0; c < sorted.length; c++) {
      if (sorted[c] != null && sorted[c].length > 0) {
        double[] synthetic = sorted(release, c);
        if (synthetic.length > 0) {
          compared.add(NumberFidelity.of(cohort.columns().get(c).name(), sorted[c], synthetic));
        }
      }
    }
    return compared;
  }

  /** Category columns that have values on both sides, in schema order. */
  public List<CategoryFidelity> categories(Table release) {
    List<CategoryFidelity> compared = new ArrayList<>();
    for (int c = 0; c < sorted.length; c++) {
      boolean observed = cohort.missing(c) < cohort.rows() && release.missing(c) < release.rows();
      if (sorted[c] == null && observed) {
        compared.add(
            CategoryFidelity.of(
                cohort.columns().get(c).name(),
                cohort.codes(c),
                release.codes(c),
                cohort.levels(c).size()));
      }
    }
    return compared;
  }

  private static double[] sorted(Table table, int column) {
    double[] values =
        Arrays.stream(table.numbers(column)).filter(value -> !Double.isNaN(value)).toArray();
    Arrays.sort(values);
    return values;
  }
}
