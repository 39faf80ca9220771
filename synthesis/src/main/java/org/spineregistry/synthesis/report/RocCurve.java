package org.spineregistry.synthesis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.metric.Interval;

/**
 * How well an attack tells members from strangers. From one point to the next at least five
 * patients are crossed, so that no step shows one of them.
 *
 * @param attack name
 * @param auc area under the exact curve
 * @param interval 95 %, null where there is none
 * @param points from (0, 0) to (1, 1), both coordinates rising
 */
public record RocCurve(String attack, double auc, Interval interval, List<Point> points) {
  public RocCurve {
    points = List.copyOf(points);
  }

  /** Share of strangers and of members that a threshold takes for members, to a thousandth. */
  public record Point(double falsePositive, double truePositive) {}

  /**
   * The curve of scores pooled over replicates.
   *
   * @param scores higher is more likely a member; no NaN
   * @param member who was one
   * @param perPatient how many scores each patient has, the number of pooled replicates
   * @throws IllegalArgumentException if there is no member or no stranger
   */
  public static RocCurve of(
      String attack,
      double auc,
      Interval interval,
      double[] scores,
      boolean[] member,
      int perPatient) {
    long members = IntStream.range(0, member.length).filter(i -> member[i]).count();
    long strangers = member.length - members;
    if (members == 0 || strangers == 0) {
      throw new IllegalArgumentException(attack + ": a curve needs members and strangers");
    }
    int step = Shares.SMALLEST_GROUP * perPatient;
    List<Point> points = new ArrayList<>(List.of(new Point(0, 0)));
    List<Integer> falling =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -scores[i]))
            .toList();
    int hits = 0;
    int crossed = 0;
    for (int at = 0; at < falling.size(); at++) {
      crossed++;
      hits += member[falling.get(at)] ? 1 : 0;
      int left = falling.size() - at - 1;
      boolean tied = left > 0 && scores[falling.get(at)] == scores[falling.get(at + 1)];
      if (!tied && crossed >= step && left >= step) {
        points.add(point((double) (at + 1 - hits) / strangers, (double) hits / members));
        crossed = 0;
      }
    }
    points.add(new Point(1, 1));
    return new RocCurve(attack, auc, interval, points);
  }

  private static Point point(double falsePositive, double truePositive) {
    return new Point(Decimals.thousandths(falsePositive), Decimals.thousandths(truePositive));
  }
}
