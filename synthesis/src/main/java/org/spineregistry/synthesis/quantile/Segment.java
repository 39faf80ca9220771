package org.spineregistry.synthesis.quantile;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring values of a sorted sample: an atom, which is one common value, or a stretch of
 * values between atoms.
 *
 * @param from position of the first value in the sample
 * @param to position after the last value
 * @param value of the atom; NaN for a stretch
 * @param count patients in the positions
 * @param mass of all patients that the segment stands for
 */
record Segment(int from, int to, double value, int count, double mass) {
  boolean isAtom() {
    return !Double.isNaN(value);
  }

  private Segment plus(double more) {
    return new Segment(from, to, value, count, mass + more);
  }

  /**
   * Splits a sample into atoms and stretches; a stretch of fewer than k values gives each of them
   * to the nearer of its neighbouring atoms, the lower one of two equally near, if there is an
   * atom.
   *
   * @param sorted rising
   * @param masses one for each value
   * @param atom fewest patients that make a value an atom
   */
  static List<Segment> of(double[] sorted, double[] masses, int atom, int k) {
    List<Segment> segments = new ArrayList<>();
    int stretchFrom = 0;
    for (int from = 0; from < sorted.length; ) {
      int to = from;
      while (to < sorted.length && sorted[to] == sorted[from]) {
        to++;
      }
      if (to - from >= atom) {
        addStretch(segments, stretchFrom, from, masses);
        segments.add(new Segment(from, to, sorted[from], to - from, sum(masses, from, to)));
        stretchFrom = to;
      }
      from = to;
    }
    addStretch(segments, stretchFrom, sorted.length, masses);
    return withoutSmall(segments, sorted, masses, k);
  }

  private static void addStretch(List<Segment> segments, int from, int to, double[] masses) {
    if (to > from) {
      segments.add(new Segment(from, to, Double.NaN, to - from, sum(masses, from, to)));
    }
  }

  private static double sum(double[] masses, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += masses[i];
    }
    return sum;
  }

  private static List<Segment> withoutSmall(
      List<Segment> segments, double[] sorted, double[] masses, int k) {
    List<Segment> kept = new ArrayList<>(segments);
    for (int s = 0; s < segments.size(); s++) {
      Segment stretch = segments.get(s);
      boolean alone = segments.size() == 1;
      if (!stretch.isAtom() && stretch.count() < k && !alone) {
        for (int i = stretch.from(); i < stretch.to(); i++) {
          int nearest = nearestAtom(segments, s, sorted[i]);
          kept.set(nearest, kept.get(nearest).plus(masses[i]));
        }
        kept.set(s, null);
      }
    }
    kept.removeIf(segment -> segment == null);
    return kept;
  }

  private static int nearestAtom(List<Segment> segments, int stretch, double value) {
    if (stretch == 0) {
      return 1;
    }
    if (stretch == segments.size() - 1) {
      return stretch - 1;
    }
    double below = value - segments.get(stretch - 1).value();
    double above = segments.get(stretch + 1).value() - value;
    return below <= above ? stretch - 1 : stretch + 1;
  }
}
