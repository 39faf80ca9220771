package org.spineregistry.synthesis.report;

import java.util.List;
import org.spineregistry.synthesis.metric.Interval;

/**
 * Utility on growing parts of the cohort (gate U3).
 *
 * @param outcome column that is predicted
 * @param statistic name of the values, such as {@code difference of r}
 * @param points by rising fraction
 */
public record LearningCurve(String outcome, String statistic, List<Point> points) {
  public LearningCurve {
    points = List.copyOf(points);
  }

  /**
   * One size of the cohort.
   *
   * @param fraction of the patients, above 0, at most 1
   * @param patients their number
   * @param value of the statistic
   * @param interval 95 %, null where there is none
   */
  public record Point(double fraction, int patients, double value, Interval interval) {
    public Point {
      if (!(fraction > 0 && fraction <= 1) || !Double.isFinite(value)) {
        throw new IllegalArgumentException("A point has a fraction up to 1 and a value");
      }
    }
  }
}
