package org.spineregistry.synthesis.quantile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.special.StandardNormal;

class QuantileTablePropertyTest {
  private static final double SMALLEST = -20;
  private static final double LARGEST = 120;

  @Property(tries = 300, seed = "2026")
  void sharesAndValuesRiseWithinTheBounds(
      @ForAll("columns") List<Double> column, @ForAll @IntRange(min = 2, max = 8) int k) {
    QuantileTable table = table(column, k);

    double[] shares = table.shares();
    double[] values = table.values();
    assertThat(shares[0]).isZero();
    assertThat(table.end()).isEqualTo(1);
    assertThat(shares).isSorted();
    assertThat(values).isSorted();
    assertThat(values[0]).isBetween(SMALLEST, LARGEST);
    assertThat(values[values.length - 1]).isBetween(SMALLEST, LARGEST);
  }

  /** A piece between two knots stands for half a block of at least k patients, or for an atom. */
  @Property(tries = 300, seed = "2026")
  void noPieceStandsForFewerThanHalfOfKPatients(
      @ForAll("columns") List<Double> column, @ForAll @IntRange(min = 2, max = 8) int k) {
    double[] shares = table(column, k).shares();

    for (int i = 1; i < shares.length; i++) {
      double patients = (shares[i] - shares[i - 1]) * column.size();
      assertThat(patients == 0 || patients > 0.5 * k - 1e-9).as("%s", patients).isTrue();
    }
  }

  /** The knots say it all: straight lines between them, the lower value at a jump. */
  @Property(tries = 300, seed = "2026")
  void lookUpIsLinearBetweenTheKnots(
      @ForAll("columns") List<Double> column, @ForAll @IntRange(min = 0, max = 1000) int part) {
    QuantileTable table = table(column, 5);
    double share = part / 1000.0;
    double[] shares = table.shares();
    int above = 0;
    while (shares[above] < share) {
      above++;
    }
    double expected = table.values()[above];
    if (above > 0) {
      double weight = (share - shares[above - 1]) / (shares[above] - shares[above - 1]);
      expected = (1 - weight) * table.values()[above - 1] + weight * expected;
    }

    assertThat(table.quantile(share)).isCloseTo(expected, within(1e-9));
  }

  @Property(tries = 200, seed = "2026")
  void latentsLeadToTheirQuantiles(@ForAll("columns") List<Double> column) {
    QuantileTable table = table(column, 5);
    double[] latents = new double[400];
    for (int i = 0; i < latents.length; i++) {
      latents[i] = -9 + 0.0451 * i;
    }
    double[] out = new double[latents.length];

    table.ofLatents(latents, out);

    double before = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < out.length; i++) {
      assertThat(out[i]).isEqualTo(table.ofLatent(latents[i])).isGreaterThanOrEqualTo(before);
      assertThat(out[i]).isCloseTo(table.quantile(StandardNormal.cdf(latents[i])), within(1e-9));
      before = out[i];
    }
    assertThat(table.ofLatent(Double.NEGATIVE_INFINITY)).isEqualTo(table.quantile(0));
    assertThat(table.ofLatent(Double.POSITIVE_INFINITY)).isEqualTo(table.quantile(1));
  }

  /**
   * Two blocks of masses 3 and 1 of a total of 8: edges 0.5 and 9 mirror the middle 4.75, shares
   * end at one half.
   */
  @Example
  void massesMoveTheSharesButNotTheMeans() {
    double[] sorted = {1, 2, 3, 6, 7, 8};
    double[] masses = {0.5, 0.5, 2, 0.5, 0.25, 0.25};

    QuantileTable table = QuantileTable.weighted(sorted, masses, 8, null, 9.0, 3);

    assertThat(table.shares())
        .containsExactly(new double[] {0, 0.1875, 0.375, 0.375, 0.4375, 0.5}, within(1e-15));
    assertThat(table.values())
        .containsExactly(new double[] {-0.5, 2, 4.5, 4.5, 7, 9}, within(1e-15));
    assertThat(table.quantile(0.9)).isEqualTo(9);
  }

  private static QuantileTable table(List<Double> column, int k) {
    double[] values = column.stream().mapToDouble(value -> value).toArray();
    return QuantileTable.of(values, SMALLEST, LARGEST, k);
  }

  /** Columns with and without common values. */
  @Provide
  Arbitrary<List<Double>> columns() {
    Arbitrary<Double> common = Arbitraries.of(Arrays.asList(0.0, 10.0, 100.0));
    Arbitrary<Double> whole = Arbitraries.integers().between(0, 30).map(i -> (double) i);
    Arbitrary<Double> fine = Arbitraries.integers().between(-2000, 12_000).map(i -> i / 100.0);
    return Arbitraries.frequencyOf(Tuple.of(1, common), Tuple.of(2, whole), Tuple.of(3, fine))
        .list()
        .ofMinSize(10)
        .ofMaxSize(150);
  }
}
