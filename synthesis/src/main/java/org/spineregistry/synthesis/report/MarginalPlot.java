package org.spineregistry.synthesis.report;

import java.util.List;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/**
 * One variable in cohort and release, as shares of its observed values. Each bar holds at least
 * five patients; the outer bars of a number are open, so that no edge tells an extreme.
 *
 * @param column name
 * @param number whether bars are bins of a number, else levels
 * @param bars by rising value, or by level; empty when fewer than two groups of five can be told
 *     apart
 */
public record MarginalPlot(String column, boolean number, List<Bar> bars) {
  public MarginalPlot {
    bars = List.copyOf(bars);
  }

  /**
   * One bin or level.
   *
   * @param label in words
   * @param from lower edge as drawn, included; null for a level. The label says whether the bin is
   *     open
   * @param to upper edge as drawn, not included; null for a level
   * @param real share of the cohort, rounded as {@link Shares} says
   * @param synthetic share of the release, to a thousandth
   */
  public record Bar(String label, Double from, Double to, double real, double synthetic) {}

  /**
   * The plot of one column.
   *
   * @param cohort the patients
   * @param release synthetic rows with the same columns
   * @param column position
   */
  public static MarginalPlot of(Table cohort, Table release, int column) {
    Column described = cohort.columns().get(column);
    List<Bar> bars =
        described.isNumber()
            ? NumberBins.of(described, cohort.numbers(column), release.numbers(column))
            : LevelGroups.of(cohort, release, column);
    return new MarginalPlot(
        described.name(), described.isNumber(), bars.size() < 2 ? List.of() : bars);
  }

  /** Half the sum of the differences of the shares, as shown: 0 for equal bars, 1 for disjoint. */
  public double variation() {
    return bars.stream().mapToDouble(bar -> Math.abs(bar.real() - bar.synthetic())).sum() / 2;
  }
}
