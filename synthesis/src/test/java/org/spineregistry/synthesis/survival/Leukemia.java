package org.spineregistry.synthesis.survival;

import java.util.stream.IntStream;

/**
 * Remission of acute myelogenous leukemia in weeks, with and without maintenance chemotherapy
 * (Miller 1981, Survival Analysis, page 49; Embury et al. 1977).
 */
final class Leukemia {
  private static final double[] MAINTAINED = {9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161};
  private static final int[] MAINTAINED_CENSORED = {2, 5, 8, 10};
  private static final double[] OTHERS = {5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45};
  private static final int[] OTHERS_CENSORED = {5};

  private Leukemia() {}

  static SurvivalTimes maintained() {
    return times(MAINTAINED, MAINTAINED_CENSORED);
  }

  static SurvivalTimes others() {
    return times(OTHERS, OTHERS_CENSORED);
  }

  static SurvivalTimes all() {
    int first = MAINTAINED.length;
    double[] times = new double[first + OTHERS.length];
    boolean[] events = new boolean[times.length];
    for (int i = 0; i < times.length; i++) {
      boolean other = i >= first;
      times[i] = other ? OTHERS[i - first] : MAINTAINED[i];
      events[i] = other ? others().events()[i - first] : maintained().events()[i];
    }
    return new SurvivalTimes(IntStream.range(0, times.length).toArray(), times, events);
  }

  /** 1 for those without maintenance, a row for each of {@link #all}. */
  static double[][] isOther() {
    double[][] x = new double[MAINTAINED.length + OTHERS.length][1];
    for (int i = MAINTAINED.length; i < x.length; i++) {
      x[i][0] = 1;
    }
    return x;
  }

  private static SurvivalTimes times(double[] times, int[] censored) {
    boolean[] events = new boolean[times.length];
    for (int i = 0; i < times.length; i++) {
      int at = i;
      events[i] = IntStream.of(censored).noneMatch(c -> c == at);
    }
    return new SurvivalTimes(IntStream.range(0, times.length).toArray(), times, events);
  }
}
