package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.condition.CellCondition;
import org.spineregistry.synthesis.condition.CellCondition.LevelChoice;
import org.spineregistry.synthesis.condition.CellCondition.NumberRange;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.condition.ConditionsException;
import org.spineregistry.synthesis.copula.ColumnUnit.LevelUnit;
import org.spineregistry.synthesis.copula.ColumnUnit.NumberUnit;
import org.spineregistry.synthesis.missing.Implication;

/**
 * The intervals of the latent numbers of rows that meet conditions. They hold every such row, and
 * little else: levels that do not stand side by side, implications of missing cells and rounding
 * leave something to check.
 */
final class LatentIntervals {
  private final ModelParts parts;
  private final double[] lower;
  private final double[] upper;
  private final boolean[] present;
  private final List<String> problems = new ArrayList<>();

  private LatentIntervals(ModelParts parts) {
    this.parts = parts;
    this.lower = new double[parts.latents()];
    this.upper = new double[parts.latents()];
    this.present = new boolean[parts.blocks().size()];
    Arrays.fill(lower, Double.NEGATIVE_INFINITY);
    Arrays.fill(upper, Double.POSITIVE_INFINITY);
  }

  /**
   * @param conditions that enough patients meet
   * @throws ConditionsException if the model cannot meet them
   */
  static LatentIntervals of(ModelParts parts, Conditions conditions) {
    LatentIntervals intervals = new LatentIntervals(parts);
    conditions.cells().forEach(intervals::add);
    if (!intervals.problems.isEmpty()) {
      throw new ConditionsException(intervals.problems);
    }
    return intervals;
  }

  private void add(CellCondition condition) {
    int column = condition.column();
    ColumnUnit unit = parts.units()[column];
    if (unit instanceof NumberUnit number) {
      add(number, (NumberRange) condition);
    } else if (unit instanceof LevelUnit level) {
      keepLevels(level, parts.latentOfColumn()[column], (LevelChoice) condition);
    }
    for (int b = 0; b < present.length; b++) {
      int[] columns = parts.blocks().get(b).columns();
      if (IntStream.of(columns).anyMatch(c -> c == column)) {
        keepPresent(b);
      }
    }
  }

  private void add(NumberUnit unit, NumberRange range) {
    double[] interval = range.isOneValue() ? unit.latents(range.low()) : unit.latents(range);
    if (!(interval[0] < interval[1]) && !range.isOneValue() || Double.isNaN(interval[0])) {
      problems.add(
          parts.columns().get(range.column()).name() + ": no synthetic value meets the condition");
      return;
    }
    restrict(parts.latentOfColumn()[range.column()], interval[0], interval[1]);
  }

  /** The steps from the first level that may stay to the last. */
  private void keepLevels(LevelUnit unit, int latent, LevelChoice choice) {
    int[] steps =
        IntStream.range(0, unit.codes().length)
            .filter(step -> choice.holds(unit.codes()[step]))
            .toArray();
    restrict(latent, unit.steps().lower(steps[0]), unit.steps().upper(steps[steps.length - 1]));
  }

  /** A block is present when chance leaves it and no earlier cell takes it away. */
  private void keepPresent(int b) {
    if (present[b]) {
      return;
    }
    present[b] = true;
    BlockRule block = parts.blocks().get(b);
    if (block.latent() >= 0) {
      restrict(block.latent(), Double.NEGATIVE_INFINITY, block.threshold());
    }
    for (Implication implication : block.implications()) {
      if (implication.isByBlock()) {
        keepPresent(implication.block());
      } else if (parts.units()[implication.column()] instanceof LevelUnit unit) {
        leave(unit, parts.latentOfColumn()[implication.column()], implication.code());
      }
    }
  }

  /** Takes a level out if it is the lowest or the highest; one in between is left to the check. */
  private void leave(LevelUnit unit, int latent, int code) {
    int last = unit.codes().length - 1;
    if (unit.codes()[0] == code) {
      restrict(latent, unit.steps().upper(0), Double.POSITIVE_INFINITY);
    } else if (unit.codes()[last] == code) {
      restrict(latent, Double.NEGATIVE_INFINITY, unit.steps().lower(last));
    }
  }

  private void restrict(int latent, double low, double high) {
    lower[latent] = Math.max(lower[latent], low);
    upper[latent] = Math.min(upper[latent], high);
  }

  /** A draw of rows inside the intervals. */
  LatentDraw draw() {
    int[] given =
        IntStream.range(0, lower.length)
            .filter(i -> !Double.isInfinite(lower[i]) || !Double.isInfinite(upper[i]))
            .toArray();
    return given.length == 0
        ? new LatentDraw.Free(parts.lower())
        : new GivenDraw(
            parts.correlation(),
            given,
            IntStream.of(given).mapToDouble(i -> lower[i]).toArray(),
            IntStream.of(given).mapToDouble(i -> upper[i]).toArray());
  }
}
