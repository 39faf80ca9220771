package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.linear.SymmetricEigen;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

class ReferencePropertyTest {
  private static final Seed SEED = Seed.ofHex("0d".repeat(32));

  @Property(tries = 50, seed = "2026")
  void tenthsAreDisjointAndOfEqualSize(@ForAll @IntRange(min = 1, max = 300) int patients) {
    Tenths tenths = Tenths.deal(patients, SEED.stream("tenths/" + patients));

    int[] all = new int[patients];
    for (int part = 0; part < Tenths.PARTS; part++) {
      int[] inside = tenths.inside(part);
      assertThat(inside.length).isBetween(patients / 10, (patients + 9) / 10);
      assertThat(inside.length + tenths.outside(part).length).isEqualTo(patients);
      Arrays.stream(inside).forEach(patient -> all[patient]++);
      Arrays.stream(tenths.outside(part)).forEach(patient -> all[patient] += 100);
    }
    assertThat(all).containsOnly(901);
  }

  /** Shrinkage is a mean of S and a multiple of the identity with the same trace. */
  @Property(tries = 100, seed = "2026")
  void shrinkageKeepsTheTraceAndRaisesTheSmallestEigenvalue(
      @ForAll @IntRange(min = 2, max = 40) int rows, @ForAll @IntRange(min = 1, max = 8) int p) {
    RandomStream stream = SEED.stream("rows/" + rows + "/" + p);
    double[] values = new double[rows * p];
    Arrays.setAll(values, i -> stream.normal(i / p, 0, i % p) * (1 + i % p) + 1000);

    LedoitWolf estimate = LedoitWolf.of(new EncodedRows(rows, p, values));

    double trace = IntStream.range(0, p).mapToDouble(i -> estimate.covariance()[i][i]).sum();
    assertThat(estimate.shrinkage()).isBetween(0.0, 1.0);
    assertThat(trace).isCloseTo(p * estimate.mu(), within(1e-9 * trace));
    assertThat(SymmetricEigen.of(estimate.covariance()).smallest())
        .isGreaterThan(estimate.shrinkage() * estimate.mu() * (1 - 1e-9) - 1e-9);
  }

  @Test
  void aCovarianceThatIsAMultipleOfTheIdentityIsNotShrunk() {
    EncodedRows cross = new EncodedRows(4, 2, new double[] {1, 0, -1, 0, 0, 1, 0, -1});

    LedoitWolf estimate = LedoitWolf.of(cross);

    assertThat(estimate.shrinkage()).isZero();
    assertThat(estimate.covariance()[0]).containsExactly(0.5, 0);
  }

  /** Scores are of ranks: no unit and no monotone transformation changes them. */
  @Property(tries = 10, seed = "2026")
  void scoresDoNotDependOnTheScaleOfNumbers(@ForAll @IntRange(min = 0, max = 1000) int number) {
    Table cohort = numbers(40, SEED.stream("cohort/" + number));
    Table release = numbers(60, SEED.stream("release/" + number));
    RandomStream tenths = SEED.stream("tenths");

    List<AttackScores> plain = ReferenceAttacks.on(cohort, tenths).scores(release);
    List<AttackScores> cubed = ReferenceAttacks.on(cubed(cohort), tenths).scores(cubed(release));

    for (int attack = 0; attack < plain.size(); attack++) {
      assertThat(cubed.get(attack).scores()).containsExactly(plain.get(attack).scores());
    }
  }

  private static Table numbers(int rows, RandomStream stream) {
    List<ColumnValues> values =
        IntStream.range(0, 3)
            .mapToObj(
                c ->
                    ColumnValues.numbers(
                        IntStream.range(0, rows)
                            .mapToDouble(r -> Math.rint(20 * stream.normal(r, 0, c)))
                            .toArray()))
            .toList();
    return Table.of(columns(), values);
  }

  private static Table cubed(Table table) {
    List<ColumnValues> values =
        IntStream.range(0, 3)
            .mapToObj(
                c ->
                    ColumnValues.numbers(
                        Arrays.stream(table.numbers(c)).map(v -> v * v * v + 7).toArray()))
            .toList();
    return Table.of(columns(), values);
  }

  private static List<Column> columns() {
    return IntStream.range(0, 3).mapToObj(c -> Column.number("c" + c, 0)).toList();
  }
}
