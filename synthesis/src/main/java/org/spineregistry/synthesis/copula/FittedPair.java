package org.spineregistry.synthesis.copula;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.quantile.HiddenExtremes;
import org.spineregistry.synthesis.step.ScoredColumn;
import org.spineregistry.synthesis.survivaltime.CauseTimes;
import org.spineregistry.synthesis.survivaltime.Ends;
import org.spineregistry.synthesis.survivaltime.LatentTimes;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/**
 * A time and what ended it after the fit: one variable in two columns, with a latent number for
 * each status. Patients of whom only one of the two is known say nothing about it; which of them is
 * missing is left to the blocks of missing cells.
 *
 * @param time position of the time column
 * @param status position of the status column
 * @param ends of the patients; null when too few are known
 * @param latent times of each status; null likewise
 * @param hidden extremes of the times
 */
record FittedPair(int time, int status, Ends ends, LatentTimes latent, HiddenExtremes hidden) {

  /**
   * Fits the pairs of a contract.
   *
   * @return both columns of each to its pair
   * @throws FitException if a column of a pair is derived
   */
  static Map<Integer, FittedPair> all(Table cohort, Contract contract, int k) {
    Map<Integer, FittedPair> pairs = new HashMap<>();
    for (TimeToEvent declared : contract.timeToEvent()) {
      for (String name : List.of(declared.time(), declared.status())) {
        if (contract.derived().names().contains(name)) {
          throw new FitException(name + ": a derived column cannot be a time to an event");
        }
      }
      FittedPair pair = of(cohort, declared, k);
      pairs.put(pair.time, pair);
      pairs.put(pair.status, pair);
    }
    return pairs;
  }

  private static FittedPair of(Table cohort, TimeToEvent declared, int k) {
    int time = cohort.indexOf(declared.time());
    int status = cohort.indexOf(declared.status());
    Column column = cohort.columns().get(time);
    HiddenExtremes hidden = HiddenExtremes.of(cohort.numbers(time), column.decimals(), k);
    Optional<Ends> ends = Ends.of(cohort, declared, k);
    if (ends.isEmpty() || known(ends.get()) < 2 * k) {
      return new FittedPair(time, status, null, null, hidden);
    }
    double lowest = column.minimum() == null ? 0 : Math.max(0, column.minimum());
    LatentTimes latent =
        LatentTimes.of(
            ends.get().times(),
            ends.get().causes(),
            ends.get().events(),
            lowest,
            column.maximum(),
            k);
    return new FittedPair(time, status, ends.get(), latent, hidden);
  }

  private static long known(Ends ends) {
    return Arrays.stream(ends.causes()).filter(cause -> cause >= 0).count();
  }

  boolean isModelled() {
    return latent != null;
  }

  /** How correlations see the latent time of each status. */
  List<ScoredColumn> scored() {
    return latent.causes().stream().map(CauseTimes::scored).toList();
  }

  /** What stands for a column of the pair on its own. */
  ColumnUnit unit(int column) {
    if (!isModelled()) {
      return new ColumnUnit.ConstantUnit(Double.NaN);
    }
    return column == time
        ? new ColumnUnit.PairedUnit(hidden, new int[0])
        : new ColumnUnit.PairedUnit(
            new HiddenExtremes(Double.NaN, Double.NaN),
            Arrays.stream(ends.cells()).mapToInt(cell -> (int) cell).toArray());
  }

  /**
   * What sampling needs.
   *
   * @param first number of the latent of the first status
   */
  PairUnit sampled(int first, int decimals) {
    return new PairUnit(time, status, first, decimals, latent, ends.cells());
  }
}
