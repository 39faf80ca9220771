package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.metric.Auc;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

/**
 * All 52 columns of the real cohort; every third patient stands in for the release, the tenth of a
 * patient is his row number modulo 10. The numbers come from NumPy and SciPy ({@code gaussian_kde},
 * matrix inverse instead of Cholesky, rank-one sums instead of fourth powers).
 */
class ReferenceAttacksTest {
  private static final Offset<Double> TOLERANCE = within(1e-7);
  private static final Table COHORT = OptData.cohort();
  private static final Tenths TENTHS =
      new Tenths(IntStream.range(0, COHORT.rows()).map(row -> row % 10).toArray());
  private static final Table RELEASE =
      COHORT.select(IntStream.range(0, COHORT.rows()).filter(row -> row % 3 == 0).toArray());
  private static final List<AttackScores> ATTACKS =
      ReferenceAttacks.on(COHORT, TENTHS).scores(RELEASE);

  @Test
  void featuresAreScoresOfColumnsAndFlagsOfBlocks() {
    EncodedRows features = Features.of(COHORT).encode(COHORT);

    assertThat(features.dimensions()).isEqualTo(52 + 19);
    assertThat(Arrays.copyOfRange(features.values(), 71, 79))
        .containsExactly(
            new double[] {
              1.0036518685135456,
              -0.85734993572334,
              1.1010747437834771,
              -0.6321865736834168,
              0.0,
              -0.800326214945062,
              0.6077699888946462,
              -0.17699808135119716
            },
            TOLERANCE);
    assertThat(LedoitWolf.of(Features.of(COHORT).encode(RELEASE)).shrinkage())
        .isCloseTo(0.08361367086826146, TOLERANCE);
  }

  @Test
  void familyAttackAgrees() {
    AttackScores family = ATTACKS.get(1);

    assertThat(family.name()).isEqualTo("family");
    assertThat(Arrays.copyOf(family.scores(), 10))
        .containsExactly(
            new double[] {
              4.709338656163261,
              -3.8573923948760225,
              -8.10989845947346,
              3.122790982835731,
              -6.25878488705542,
              -7.07409676785899,
              -5.3245806569852725,
              -3.432306819408687,
              -7.983348535719308,
              3.882240254093695
            },
            TOLERANCE);
    assertThat(Arrays.stream(family.scores()).sum()).isCloseTo(-3443.1772115966523, within(1e-5));
    assertThat(auc(family)).isCloseTo(0.869907100199071, within(1e-9));
  }

  @Test
  void densityRatioAttackAgrees() {
    AttackScores densityRatio = ATTACKS.get(0);

    assertThat(densityRatio.name()).isEqualTo("density ratio");
    assertThat(Arrays.copyOf(densityRatio.scores(), 10))
        .containsExactly(
            new double[] {
              0.3745308191089425,
              -0.0644709113427453,
              -0.3643845418241174,
              0.35874434358232854,
              -0.41658635877490013,
              -0.40929237357203796,
              -0.27696733088792236,
              -0.22686014115214626,
              -0.1968251394618381,
              0.9400857974242742
            },
            TOLERANCE);
    assertThat(Arrays.stream(densityRatio.scores()).sum())
        .isCloseTo(70.70245246697013, within(1e-5));
    assertThat(auc(densityRatio)).isCloseTo(0.8144193762441938, within(1e-9));
  }

  @Test
  void theSameTenthsGiveTheSameScores() {
    Seed seed = Seed.ofHex("31".repeat(32));

    List<AttackScores> first = ReferenceAttacks.on(COHORT, seed.stream("tenths")).scores(RELEASE);
    List<AttackScores> second = ReferenceAttacks.on(COHORT, seed.stream("tenths")).scores(RELEASE);

    for (int attack = 0; attack < 2; attack++) {
      assertThat(first.get(attack).scores()).containsExactly(second.get(attack).scores());
      assertThat(first.get(attack).scores()).isNotEqualTo(ATTACKS.get(attack).scores());
    }
  }

  @Test
  void aReleaseOfOneRowRepeatedStillGivesFiniteScores() {
    Table collapsed = COHORT.select(new int[50]);

    List<AttackScores> attacks = ReferenceAttacks.on(COHORT, TENTHS).scores(collapsed);

    assertThat(attacks.get(0).scores()).containsOnly(0);
    assertThat(Arrays.stream(attacks.get(1).scores()).allMatch(Double::isFinite)).isTrue();
  }

  private static double auc(AttackScores attack) {
    boolean[] released = new boolean[COHORT.rows()];
    IntStream.range(0, released.length).forEach(row -> released[row] = row % 3 == 0);
    return new Auc(attack.scores(), released).value();
  }
}
