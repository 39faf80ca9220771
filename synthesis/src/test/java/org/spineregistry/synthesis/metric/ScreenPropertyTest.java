package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.table.Table;

/** The screens pass over no neighbour: what is found is what measuring every pair finds. */
class ScreenPropertyTest {

  @Property(tries = 40, seed = "2026")
  void theTwoNearestByGower(
      @ForAll @IntRange(min = 1, max = 12) int queries,
      @ForAll @IntRange(min = 1, max = 2600) int references,
      @ForAll @IntRange(min = 1, max = 13) int columns,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    Table asked = MixedTables.of(queries, columns, salt);
    Table known = MixedTables.of(references, columns, salt + 1001);
    Gower gower = Gower.of(known, MixedTables.columns(known));

    Neighbours found = gower.nearest(gower.encode(asked), gower.encode(known));

    for (int q = 0; q < queries; q++) {
      double[] plain = PairwiseGower.distances(known, asked, q, known, -1);
      double[] sorted =
          IntStream.range(0, references).mapToDouble(r -> plain[r]).sorted().toArray();
      assertThat(found.first()[q]).isCloseTo(sorted[0], within(1e-12));
      assertThat(plain[found.row()[q]]).isCloseTo(sorted[0], within(1e-12));
      if (references > 1) {
        assertThat(found.second()[q]).isCloseTo(sorted[1], within(1e-12));
      }
    }
  }

  @Property(tries = 30, seed = "2026")
  void theNearestOtherByGower(
      @ForAll @IntRange(min = 2, max = 300) int rows,
      @ForAll @IntRange(min = 1, max = 13) int columns,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    Table table = MixedTables.of(rows, columns, salt);
    Gower gower = Gower.of(table, MixedTables.columns(table));

    Neighbours found = gower.nearestOther(gower.encode(table));

    for (int row = 0; row < rows; row++) {
      int self = row;
      double[] plain = PairwiseGower.distances(table, table, row, table, -1);
      double nearest =
          IntStream.range(0, rows)
              .filter(other -> other != self)
              .mapToDouble(other -> plain[other])
              .min()
              .orElseThrow();
      assertThat(found.row()[row]).isNotEqualTo(row);
      assertThat(found.first()[row]).isCloseTo(nearest, within(1e-12));
    }
  }

  @Property(tries = 40, seed = "2026")
  void theSeveralNearest(
      @ForAll @IntRange(min = 1, max = 20) int queries,
      @ForAll @IntRange(min = 1, max = 300) int references,
      @ForAll @IntRange(min = 1, max = 13) int columns,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    Table asked = MixedTables.of(queries, columns, salt);
    Table known = MixedTables.of(references, columns, salt + 1001);
    Gower gower = Gower.of(known, MixedTables.columns(known));
    EncodedRows from = gower.encode(asked);
    EncodedRows to = gower.encode(known);

    int[][] rows = gower.kNearest(from, to, 5);

    for (int query = 0; query < queries; query++) {
      int q = query;
      Comparator<Integer> byDistance =
          Comparator.comparingDouble(r -> Distance.CAPPED.sum(from, q, to, r));
      List<Integer> expected =
          IntStream.range(0, references).boxed().sorted(byDistance).limit(5).toList();
      assertThat(rows[q]).containsExactly(expected.stream().mapToInt(r -> r).toArray());
    }
  }

  @Property(tries = 40, seed = "2026")
  void theTwoNearestInSpace(
      @ForAll @IntRange(min = 1, max = 12) int queries,
      @ForAll @IntRange(min = 1, max = 2600) int references,
      @ForAll @IntRange(min = 1, max = 13) int columns,
      @ForAll @IntRange(min = 0, max = 1000) int salt) {
    EuclideanEncoding encoding = EuclideanEncoding.of(MixedTables.of(references, columns, salt));
    EncodedRows from = encoding.encode(MixedTables.of(queries, columns, salt + 1001));
    EncodedRows to = encoding.encode(MixedTables.of(references, columns, salt));

    Neighbours found = Neighbours.of(from, to);

    for (int query = 0; query < queries; query++) {
      int q = query;
      double[] sorted =
          IntStream.range(0, references)
              .mapToDouble(r -> Math.sqrt(squared(from, q, to, r)))
              .sorted()
              .toArray();
      double nearest = Math.sqrt(squared(from, q, to, found.row()[q]));
      assertThat(found.first()[q]).isCloseTo(sorted[0], within(1e-9 * (1 + sorted[0])));
      assertThat(nearest).isCloseTo(sorted[0], within(1e-9 * (1 + sorted[0])));
      if (references > 1) {
        assertThat(found.second()[q]).isCloseTo(sorted[1], within(1e-9 * (1 + sorted[1])));
      }
    }
  }

  private static double squared(EncodedRows a, int i, EncodedRows b, int j) {
    double sum = 0;
    for (int d = 0; d < a.dimensions(); d++) {
      double gap = a.values()[i * a.dimensions() + d] - b.values()[j * b.dimensions() + d];
      sum += gap * gap;
    }
    return sum;
  }
}
