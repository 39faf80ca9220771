package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.table.Table;

/** One pass over all pairs finds what looking from each side on its own finds. */
class CrossingPropertyTest {

  @Property(tries = 40, seed = "2026")
  void nearestNeighboursBothWays(
      @ForAll @IntRange(min = 1, max = 40) int patients,
      @ForAll @IntRange(min = 1, max = 1500) int rows,
      @ForAll @IntRange(min = 1, max = 13) int columns,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    Table cohort = MixedTables.of(patients, columns, salt);
    Table release = MixedTables.of(rows, columns, salt + 1001);
    boolean[] member = new boolean[patients];
    for (int patient = 0; patient < patients; patient++) {
      member[patient] = patient % 4 != salt % 4;
    }

    Crossing crossing = crossing(cohort, member, release, new int[0]);

    double[] toMember = infinite(rows);
    double[] toOther = infinite(rows);
    for (int patient = 0; patient < patients; patient++) {
      double[] plain = PairwiseGower.distances(cohort, cohort, patient, release, -1);
      double nearest = Arrays.stream(plain).min().orElseThrow();
      assertThat(crossing.toRow()[patient]).isCloseTo(nearest, within(1e-12));
      double[] side = member[patient] ? toMember : toOther;
      for (int row = 0; row < rows; row++) {
        side[row] = Math.min(side[row], plain[row]);
      }
    }
    areClose(crossing.toMember(), toMember);
    areClose(crossing.toOther(), toOther);
  }

  @Property(tries = 40, seed = "2026")
  void theNearestRowWithoutAColumn(
      @ForAll @IntRange(min = 1, max = 20) int patients,
      @ForAll @IntRange(min = 1, max = 1500) int rows,
      @ForAll @IntRange(min = 2, max = 13) int columns,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    Table cohort = MixedTables.of(patients, columns, salt);
    Table release = MixedTables.of(rows, columns, salt + 1001);
    int[] left = {0, columns - 1};

    int[][] found = crossing(cohort, new boolean[patients], release, left).without();

    for (int e = 0; e < left.length; e++) {
      for (int patient = 0; patient < patients; patient++) {
        double[] plain = PairwiseGower.distances(cohort, cohort, patient, release, left[e]);
        double nearest = Arrays.stream(plain).min().orElseThrow();
        assertThat(plain[found[e][patient]]).isCloseTo(nearest, within(1e-12));
      }
    }
  }

  private static Crossing crossing(Table cohort, boolean[] member, Table release, int[] left) {
    Gower gower = Gower.of(cohort, MixedTables.columns(cohort));
    return Crossing.of(gower.encode(cohort), member, gower.encode(release), left);
  }

  private static double[] infinite(int length) {
    return IntStream.range(0, length).mapToDouble(i -> Double.POSITIVE_INFINITY).toArray();
  }

  private static void areClose(double[] found, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      if (Double.isInfinite(expected[i])) {
        assertThat(found[i]).isEqualTo(expected[i]);
      } else {
        assertThat(found[i]).isCloseTo(expected[i], within(1e-12));
      }
    }
  }
}
