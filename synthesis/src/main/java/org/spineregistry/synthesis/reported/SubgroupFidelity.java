package org.spineregistry.synthesis.reported;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.fidelity.NumberFidelity;
import org.spineregistry.synthesis.fidelity.RealColumns;
import org.spineregistry.synthesis.report.SubgroupRow;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * Whether a release fits each group of patients, so that nobody's data is flattened: the largest
 * Kolmogorov-Smirnov distance of a number column inside the group, against the bound that gate F1
 * would use for groups of that size.
 */
public final class SubgroupFidelity {
  /** Smaller groups say nothing about a distribution, and too much about their patients. */
  private static final int SMALLEST = 20;

  private static final double ALLOWANCE = 0.10;
  private static final double ERROR = 0.05;
  private static final String INSIDE = "Largest KS distance of a number column inside the group";
  private static final String SITE =
      "Largest KS distance of a number column to the whole release, in which sites are not told"
          + " apart";

  private final Table cohort;
  private final Contract contract;
  private final List<String> sites;

  /**
   * @param sites site of each patient
   */
  public SubgroupFidelity(Table cohort, Contract contract, List<String> sites) {
    this.cohort = cohort;
    this.contract = contract;
    this.sites = List.copyOf(sites);
  }

  /** Groups of the columns with role SUBGROUP or QUASI_IDENTIFIER, then those of the sites. */
  public List<SubgroupRow> of(Table release) {
    List<SubgroupRow> rows = new ArrayList<>();
    for (int c = 0; c < cohort.columns().size(); c++) {
      Column column = cohort.columns().get(c);
      if (column.is(ColumnRole.SUBGROUP) || column.is(ColumnRole.QUASI_IDENTIFIER)) {
        rows.addAll(column.isNumber() ? bands(release, c) : levels(release, c));
      }
    }
    Map<String, int[]> bySite = new TreeMap<>();
    sites.stream()
        .distinct()
        .forEach(site -> bySite.put(site, rows(cohort, row -> sites.get(row).equals(site))));
    if (bySite.size() > 1) {
      bySite.forEach((site, own) -> add(rows, "site", site, SITE, cohort.select(own), release));
    }
    return rows;
  }

  private List<SubgroupRow> levels(Table release, int column) {
    List<SubgroupRow> rows = new ArrayList<>();
    // open levels are combinations that the cohort holds, and no list of a schema
    for (String level : cohort.columns().get(column).levels()) {
      add(
          rows,
          cohort.columns().get(column).name(),
          level,
          INSIDE,
          ofLevel(cohort, column, level),
          ofLevel(release, column, level));
    }
    return rows;
  }

  private static Table ofLevel(Table table, int column, String level) {
    int code = table.levels(column).indexOf(level);
    int[] codes = table.codes(column);
    return table.select(rows(table, row -> code >= 0 && codes[row] == code));
  }

  private List<SubgroupRow> bands(Table release, int column) {
    String name = cohort.columns().get(column).name();
    List<Double> cuts = contract.cuts().getOrDefault(name, List.of());
    List<SubgroupRow> rows = new ArrayList<>();
    for (int band = 0; !cuts.isEmpty() && band <= cuts.size(); band++) {
      double from = band == 0 ? Double.NEGATIVE_INFINITY : cuts.get(band - 1);
      double to = band == cuts.size() ? Double.POSITIVE_INFINITY : cuts.get(band);
      add(
          rows,
          name,
          label(band == 0 ? null : cuts.get(band - 1), band == cuts.size() ? null : cuts.get(band)),
          INSIDE,
          inBand(cohort, column, from, to),
          inBand(release, column, from, to));
    }
    return rows;
  }

  private static Table inBand(Table table, int column, double from, double to) {
    double[] values = table.numbers(column);
    return table.select(rows(table, row -> values[row] >= from && values[row] < to));
  }

  private static String label(Double from, Double to) {
    if (from == null) {
      return "below " + text(to);
    }
    return to == null ? text(from) + " and above" : text(from) + " to below " + text(to);
  }

  private static String text(double cut) {
    return cut == Math.rint(cut) ? Long.toString((long) cut) : Double.toString(cut);
  }

  private static void add(
      List<SubgroupRow> rows,
      String column,
      String group,
      String statistic,
      Table patients,
      Table synthetic) {
    if (patients.rows() < SMALLEST || synthetic.rows() < SMALLEST) {
      return;
    }
    List<NumberFidelity> numbers = RealColumns.of(patients).numbers(synthetic);
    double worst = 0;
    double bound = ALLOWANCE;
    for (NumberFidelity number : numbers) {
      // judged by its own bound: a column that few of the group have is allowed to differ more
      double allowed = Math.max(ALLOWANCE, number.samplingError(numbers.size(), ERROR));
      if (number.ks() / allowed > worst / bound) {
        worst = number.ks();
        bound = allowed;
      }
    }
    boolean site = statistic.equals(SITE);
    rows.add(
        new SubgroupRow(
            column,
            group,
            patients.rows() / 5 * 5, // not to the patient
            statistic,
            worst,
            site ? null : bound));
  }

  private static int[] rows(Table table, IntPredicate chosen) {
    return IntStream.range(0, table.rows()).filter(chosen).toArray();
  }
}
