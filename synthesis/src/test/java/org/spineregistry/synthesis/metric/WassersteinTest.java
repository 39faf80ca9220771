package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

class WassersteinTest {
  /** Two sites against the other two, by scipy.stats.wasserstein_distance and numpy.std. */
  @ParameterizedTest
  @CsvSource({
    "ageYears, 2.13060971286778, 5.57947069149744",
    "bmi, 1.971699930784, 5.59093702596613",
    "crpBaseline, 2.03713425882085, 10.1143690971889",
    "bleedingPctVisit5, 10.1697760841919, 22.9059160994539"
  })
  void realColumnsAgree(String column, double distance, double sd) {
    Wasserstein found = Wasserstein.ofColumns(sites(true), sites(false)).get(column);

    assertThat(found.distance()).isCloseTo(distance, within(1e-12));
    assertThat(found.sd()).isCloseTo(sd, within(1e-12));
    assertThat(found.scaled()).isCloseTo(distance / sd, within(1e-12));
  }

  @Test
  void everyNumberColumnIsComparedInSchemaOrder() {
    Table cohort = OptData.cohort();

    Map<String, Wasserstein> found = Wasserstein.ofColumns(cohort, cohort);

    assertThat(found.keySet())
        .containsExactlyElementsOf(
            cohort.columns().stream().filter(c -> c.isNumber()).map(c -> c.name()).toList());
    assertThat(found.values()).allSatisfy(one -> assertThat(one.scaled()).isZero());
  }

  @Test
  void aConstantReferenceGivesNoScale() {
    double[] constant = {3, 3, 3};

    assertThat(Wasserstein.of(constant, new double[] {3, Double.NaN}).scaled()).isZero();
    assertThat(Wasserstein.of(constant, new double[] {4}).scaled()).isNaN();
    assertThat(Wasserstein.of(constant, new double[] {4}).distance()).isEqualTo(1);
  }

  @Test
  void aSampleWithoutValuesIsRefused() {
    assertThatThrownBy(() -> Wasserstein.of(new double[] {1}, new double[] {Double.NaN}))
        .hasMessageContaining("at least one value");
  }

  /** Moving every value by the same step moves the distribution by just that. */
  @Property(tries = 100, seed = "2026")
  void aShiftIsItsOwnDistance(
      @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = -100, max = 100) Double> values,
      @ForAll @DoubleRange(min = -50, max = 50) double shift) {
    double[] x = values.stream().mapToDouble(v -> v).toArray();
    double[] y = Arrays.stream(x).map(v -> v + shift).toArray();

    assertThat(Wasserstein.of(x, y).distance()).isCloseTo(Math.abs(shift), within(1e-9));
    assertThat(Wasserstein.of(y, x).distance()).isCloseTo(Math.abs(shift), within(1e-9));
  }

  /** Samples of one size: the mean distance of the values of equal rank. */
  @Property(tries = 100, seed = "2026")
  void equalSizesAreMatchedRankByRank(
      @ForAll @Size(20) List<@DoubleRange(min = -9, max = 9) Double> first,
      @ForAll @Size(20) List<@DoubleRange(min = -9, max = 9) Double> second) {
    double[] x = first.stream().mapToDouble(v -> v).sorted().toArray();
    double[] y = second.stream().mapToDouble(v -> v).sorted().toArray();
    double expected =
        IntStream.range(0, 20).mapToDouble(i -> Math.abs(x[i] - y[i])).average().orElseThrow();

    assertThat(Wasserstein.of(x, y).distance()).isCloseTo(expected, within(1e-9));
  }

  private static Table sites(boolean first) {
    List<String> sites = OptData.sites();
    return OptData.cohort()
        .select(
            IntStream.range(0, sites.size())
                .filter(row -> List.of("NY", "MN").contains(sites.get(row)) == first)
                .toArray());
  }
}
