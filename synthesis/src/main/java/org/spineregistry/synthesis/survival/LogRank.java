package org.spineregistry.synthesis.survival;

import java.util.Arrays;

/**
 * The log-rank comparison of two groups (Mantel 1966, Cancer Chemotherapy Reports 50:163; Peto and
 * Peto 1972, JRSS A 135:185).
 *
 * @param observed events of the first group
 * @param expected events that it would have if both groups had one hazard
 * @param variance hypergeometric variance of the difference
 */
public record LogRank(int observed, double expected, double variance) {
  /**
   * Chi-square with one degree of freedom, about 1 when both groups are alike; NaN without events.
   */
  public double statistic() {
    double difference = observed - expected;
    return variance > 0 ? difference * difference / variance : Double.NaN;
  }

  /** Compares two groups. */
  public static LogRank of(SurvivalTimes first, SurvivalTimes second) {
    double[] ours = sorted(first.times());
    double[] theirs = sorted(second.times());
    double[] ourEvents = KaplanMeier.eventTimes(first);
    double[] theirEvents = KaplanMeier.eventTimes(second);
    double[] times =
        Arrays.stream(new double[][] {ourEvents, theirEvents})
            .flatMapToDouble(Arrays::stream)
            .sorted()
            .distinct()
            .toArray();
    double expected = 0;
    double variance = 0;
    for (double time : times) {
      double risk = ours.length - KaplanMeier.below(ours, time);
      double all = risk + theirs.length - KaplanMeier.below(theirs, time);
      double events = count(ourEvents, time) + count(theirEvents, time);
      double share = risk / all;
      expected += events * share;
      variance += all > 1 ? events * share * (1 - share) * (all - events) / (all - 1) : 0;
    }
    return new LogRank(ourEvents.length, expected, variance);
  }

  private static int count(double[] sorted, double time) {
    return KaplanMeier.below(sorted, Math.nextUp(time)) - KaplanMeier.below(sorted, time);
  }

  private static double[] sorted(double[] times) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
