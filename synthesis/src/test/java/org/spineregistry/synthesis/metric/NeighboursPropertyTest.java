package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;

/** The blocked search finds what a double loop over pairs finds. */
class NeighboursPropertyTest {
  private static final RandomStream RANDOM = Seed.ofHex("77".repeat(32)).stream("neighbours");

  @Property(tries = 60, seed = "2026")
  void nearestTwoAreThoseOfAllPairs(
      @ForAll @IntRange(min = 1, max = 20) int queries,
      @ForAll @IntRange(min = 2, max = 200) int references,
      @ForAll @IntRange(min = 1, max = 9) int dimensions,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    EncodedRows a = rows(queries, dimensions, salt);
    EncodedRows b = rows(references, dimensions, salt + 1001);

    Neighbours found = Neighbours.of(a, b);

    for (int i = 0; i < queries; i++) {
      double[] sorted = distances(a, i, b);
      assertThat(found.first()[i]).isCloseTo(sorted[0], within(1e-12));
      assertThat(found.second()[i]).isCloseTo(sorted[1], within(1e-12));
      assertThat(distance(a, i, b, found.row()[i])).isCloseTo(sorted[0], within(1e-12));
    }
  }

  @Property(tries = 40, seed = "2026")
  void withinOneSetARowIsNeverItsOwnNeighbour(
      @ForAll @IntRange(min = 2, max = 200) int size,
      @ForAll @IntRange(min = 1, max = 5) int dimensions,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    EncodedRows set = rows(size, dimensions, salt);

    Neighbours found = IndexedRows.of(set).nearestOther(0, size);

    for (int i = 0; i < size; i++) {
      int row = i;
      double nearest =
          IntStream.range(0, size)
              .filter(j -> j != row)
              .mapToDouble(j -> distance(set, row, set, j))
              .min()
              .orElseThrow();
      assertThat(found.row()[i]).isNotEqualTo(i);
      assertThat(found.first()[i]).isCloseTo(nearest, within(1e-12));
    }
  }

  @Property(tries = 60, seed = "2026")
  void extremesAndScalesPassOverNoNeighbour(
      @ForAll @IntRange(min = 1, max = 20) int queries,
      @ForAll @IntRange(min = 1, max = 1500) int references,
      @ForAll @IntRange(min = 1, max = 60) int dimensions,
      @ForAll @IntRange(min = -12, max = 12) int decades,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    EncodedRows a = heavyTailed(queries, dimensions, decades, salt);
    EncodedRows b = heavyTailed(references, dimensions, decades, salt + 1001);

    Neighbours found = Neighbours.of(a, b);

    for (int i = 0; i < queries; i++) {
      double[] sorted = distances(a, i, b);
      assertThat(found.first()[i]).isCloseTo(sorted[0], within(1e-12 * sorted[0]));
      if (references > 1) {
        assertThat(found.second()[i]).isCloseTo(sorted[1], within(1e-12 * sorted[1]));
      }
    }
  }

  @Test
  void pointsWithoutAFiniteSpreadAreAllLookedAt() {
    double far = Double.POSITIVE_INFINITY;
    EncodedRows rows = new EncodedRows(4, 2, new double[] {far, 0, 1, 0, 0, 0, 0, 3});

    Neighbours found = Neighbours.of(new EncodedRows(1, 2, new double[] {0.9, 0}), rows);

    assertThat(found.row()).containsExactly(1);
    assertThat(found.second()[0]).isCloseTo(0.9, within(1e-12));
  }

  /** Ratios of uniforms: some coordinates are thousands of times as large as others. */
  private static EncodedRows heavyTailed(int rows, int dimensions, int decades, int salt) {
    double[] values = new double[rows * dimensions];
    double[] divisors = new double[rows * dimensions];
    RANDOM.uniforms(salt, 1, values);
    RANDOM.uniforms(salt, 2, divisors);
    double scale = Math.pow(10, decades);
    for (int i = 0; i < values.length; i++) {
      values[i] = scale * (values[i] - 0.5) / divisors[i];
    }
    return new EncodedRows(rows, dimensions, values);
  }

  /** Whole numbers, so that ties are frequent. */
  private static EncodedRows rows(int rows, int dimensions, int salt) {
    double[] values = new double[rows * dimensions];
    RANDOM.uniforms(salt, 0, values);
    return new EncodedRows(
        rows, dimensions, Arrays.stream(values).map(u -> Math.floor(6 * u)).toArray());
  }

  /** To every reference, the nearest first. */
  private static double[] distances(EncodedRows queries, int query, EncodedRows references) {
    return IntStream.range(0, references.rows())
        .mapToDouble(j -> distance(queries, query, references, j))
        .sorted()
        .toArray();
  }

  private static double distance(EncodedRows a, int i, EncodedRows b, int j) {
    double sum = 0;
    for (int d = 0; d < a.dimensions(); d++) {
      double gap = a.values()[i * a.dimensions() + d] - b.values()[j * b.dimensions() + d];
      sum += gap * gap;
    }
    return Math.sqrt(sum);
  }
}
