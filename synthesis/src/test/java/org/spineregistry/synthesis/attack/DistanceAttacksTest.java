package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DistanceAttacksTest {
  private static final Offset<Double> TOLERANCE = within(1e-12);

  @Test
  void theNearerTheReleaseTheHigherTheScore() {
    AttackScores attack = DistanceAttack.scores(new double[] {0.25, 0.5});

    assertThat(attack.name()).isEqualTo("distance");
    assertThat(attack.scores()).containsExactly(-0.25, -0.5);
  }

  /** ln 2 = 0.6931..., ln((0.1 + 1e-9) / 1e-9) = 18.4206... */
  @Test
  void theRatioComparesWithTheOtherPatients() {
    AttackScores attack = RatioAttack.scores(new double[] {0.2, 0.1, 0}, new double[] {0.1, 0, 0});

    assertThat(attack.name()).isEqualTo("ratio");
    assertThat(attack.scores()[0]).isCloseTo(0.6931471805599453, within(1e-8));
    assertThat(attack.scores()[1]).isCloseTo(18.420680753952366, within(1e-8));
    assertThat(attack.scores()[2]).isCloseTo(0, TOLERANCE);
  }
}
