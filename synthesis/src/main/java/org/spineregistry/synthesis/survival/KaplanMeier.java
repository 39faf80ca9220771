package org.spineregistry.synthesis.survival;

import java.util.Arrays;

/**
 * The product-limit estimate of a survival function (Kaplan and Meier 1958, Journal of the American
 * Statistical Association 53:457) with Greenwood's variance (1926). A time that is censored when an
 * event happens is still at risk at that moment.
 *
 * @param times different times of events, rising
 * @param atRisk rows under observation just before each
 * @param events events at each
 * @param survival share that survives each
 * @param variance Greenwood's variance of {@code survival}; NaN once nobody survives
 * @param last longest time under observation, 0 without rows: the function is not known beyond it
 *     unless it has reached 0
 */
public record KaplanMeier(
    double[] times, int[] atRisk, int[] events, double[] survival, double[] variance, double last) {

  /** Estimates the survival function. */
  public static KaplanMeier of(SurvivalTimes data) {
    double[] all = data.times().clone();
    Arrays.sort(all);
    double[] ended = eventTimes(data);
    double[] times = Arrays.stream(ended).distinct().toArray();
    KaplanMeier curve =
        new KaplanMeier(
            times,
            new int[times.length],
            new int[times.length],
            new double[times.length],
            new double[times.length],
            all.length > 0 ? all[all.length - 1] : 0);
    double survival = 1;
    double sum = 0;
    for (int k = 0; k < times.length; k++) {
      int risk = all.length - below(all, times[k]);
      int count = upTo(ended, times[k]) - below(ended, times[k]);
      survival *= 1 - (double) count / risk;
      sum += (double) count / ((double) risk * (risk - count));
      curve.atRisk[k] = risk;
      curve.events[k] = count;
      curve.survival[k] = survival;
      curve.variance[k] = survival > 0 ? survival * survival * sum : Double.NaN;
    }
    return curve;
  }

  /** Share that survives a time. */
  public double at(double time) {
    int passed = upTo(times, time);
    return passed == 0 ? 1 : survival[passed - 1];
  }

  /**
   * First time at which at most half survive; if exactly half do until the next event, the middle
   * of that stretch.
   *
   * @return NaN when more than half survive to the end
   */
  public double median() {
    for (int k = 0; k < times.length; k++) {
      if (Math.abs(survival[k] - 0.5) < 1e-12 && k + 1 < times.length) {
        return 0.5 * (times[k] + times[k + 1]);
      }
      if (survival[k] < 0.5 + 1e-12) {
        return times[k];
      }
    }
    return Double.NaN;
  }

  /**
   * Mean of the survival time cut at a limit: the area below the function.
   *
   * @param limit at least 0 and not beyond {@link #last}, where the function ends
   */
  public double restrictedMean(double limit) {
    double area = 0;
    double from = 0;
    double height = 1;
    for (int k = 0; k < times.length && times[k] < limit; k++) {
      area += height * (times[k] - from);
      from = times[k];
      height = survival[k];
    }
    return area + height * (limit - from);
  }

  /** Standard error of {@link #restrictedMean} by Greenwood's terms. */
  public double restrictedMeanError(double limit) {
    double whole = restrictedMean(limit);
    double variance = 0;
    for (int k = 0; k < times.length && times[k] < limit; k++) {
      if (atRisk[k] > events[k]) {
        double rest = whole - restrictedMean(times[k]);
        variance += rest * rest * events[k] / ((double) atRisk[k] * (atRisk[k] - events[k]));
      }
    }
    return Math.sqrt(variance);
  }

  /**
   * Largest absolute difference of two functions as far as both are known.
   *
   * @return 0 when one of them has no rows
   */
  public double largestDifference(KaplanMeier other) {
    double end = Math.min(known(), other.known());
    double largest = 0;
    for (KaplanMeier curve : new KaplanMeier[] {this, other}) {
      for (double time : curve.times) {
        if (time <= end) {
          largest = Math.max(largest, Math.abs(at(time) - other.at(time)));
        }
      }
    }
    return largest;
  }

  private double known() {
    boolean over = survival.length > 0 && survival[survival.length - 1] == 0;
    return over ? Double.POSITIVE_INFINITY : last;
  }

  /** Times of the events, rising, repeated as often as they occur. */
  static double[] eventTimes(SurvivalTimes data) {
    double[] ended = new double[data.eventCount()];
    int next = 0;
    for (int i = 0; i < data.size(); i++) {
      if (data.events()[i]) {
        ended[next++] = data.times()[i];
      }
    }
    Arrays.sort(ended);
    return ended;
  }

  /** How many of the sorted values are below a limit. */
  static int below(double[] sorted, double limit) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < limit) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static int upTo(double[] sorted, double limit) {
    return below(sorted, Math.nextUp(limit));
  }
}
