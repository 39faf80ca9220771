package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.testing.OptData;

/** Values by a separate program in NumPy, references from 20,000 exchanges of its own. */
class MaximumMeanDiscrepancyTest {
  private static final RandomStream STREAM = Seed.ofHex("57".repeat(32)).stream("mmd");
  private static final List<String> COLUMNS =
      List.of("ageYears", "bmi", "bleedingPctBaseline", "plaqueIndexBaseline");
  private static final double[] UNITS = {5, 7, 17, 0.5};

  @Test
  void differentPopulationsAreFarBeyondChance() {
    List<String> sites = OptData.sites();
    MaximumMeanDiscrepancy found =
        MaximumMeanDiscrepancy.of(
            points(row -> List.of("NY", "MN").contains(sites.get(row))),
            points(row -> !List.of("NY", "MN").contains(sites.get(row))),
            STREAM);

    assertThat(found.squared()).isCloseTo(0.0522559709177670, within(1e-12));
    assertThat(found.bandwidth()).isCloseTo(2.6015381371097064, within(1e-12));
    assertThat(found.reference()).isCloseTo(0.00232, within(0.0005));
  }

  /** Rows dealt out alternately: the value lies below what chance allows. */
  @Test
  void halvesOfOnePopulationStayWithinChance() {
    int[] complete = complete(row -> true);
    MaximumMeanDiscrepancy found =
        MaximumMeanDiscrepancy.of(
            encode(IntStream.range(0, complete.length).filter(i -> i % 2 == 0), complete),
            encode(IntStream.range(0, complete.length).filter(i -> i % 2 == 1), complete),
            STREAM);

    assertThat(found.squared()).isCloseTo(0.00138141355662658, within(1e-12));
    assertThat(found.squared()).isLessThan(found.reference());
    assertThat(found.reference()).isCloseTo(0.00230, within(0.0005));
  }

  @Test
  void ofManyRowsARandomChoiceCounts() {
    EncodedRows few = normal(500, 0);
    EncodedRows many = normal(5000, 1);

    MaximumMeanDiscrepancy found = MaximumMeanDiscrepancy.of(few, many, STREAM);

    assertThat(found.squared()).isLessThan(found.reference());
    assertThat(MaximumMeanDiscrepancy.of(few, many, STREAM)).isEqualTo(found);
  }

  /** The mean kernel of equal points is 1 everywhere, and so are all differences 0. */
  @Test
  void equalPointsHaveNoDiscrepancy() {
    EncodedRows zeros = new EncodedRows(10, 3, new double[30]);

    assertThat(MaximumMeanDiscrepancy.of(zeros, zeros, STREAM).squared())
        .isCloseTo(0, within(1e-15));
  }

  @Test
  void oneRowIsNotEnough() {
    EncodedRows one = new EncodedRows(1, 1, new double[1]);

    assertThatThrownBy(() -> MaximumMeanDiscrepancy.of(one, normal(5, 0), STREAM))
        .hasMessageContaining("two or more rows");
  }

  private static EncodedRows normal(int rows, int attempt) {
    double[] values = new double[2 * rows];
    for (int i = 0; i < values.length; i++) {
      values[i] = STREAM.normal(i, 1000 + attempt, 7);
    }
    return new EncodedRows(rows, 2, values);
  }

  private static EncodedRows points(IntPredicate which) {
    int[] complete = complete(which);
    return encode(IntStream.range(0, complete.length), complete);
  }

  private static int[] complete(IntPredicate which) {
    return IntStream.range(0, OptData.sites().size())
        .filter(which)
        .filter(row -> COLUMNS.stream().noneMatch(c -> Double.isNaN(OptData.numbers(c)[row])))
        .toArray();
  }

  private static EncodedRows encode(IntStream which, int[] rows) {
    int[] chosen = which.map(i -> rows[i]).toArray();
    double[] values = new double[chosen.length * COLUMNS.size()];
    for (int c = 0; c < COLUMNS.size(); c++) {
      double[] numbers = OptData.numbers(COLUMNS.get(c));
      for (int i = 0; i < chosen.length; i++) {
        values[i * COLUMNS.size() + c] = numbers[chosen[i]] / UNITS[c];
      }
    }
    return new EncodedRows(chosen.length, COLUMNS.size(), values);
  }
}
