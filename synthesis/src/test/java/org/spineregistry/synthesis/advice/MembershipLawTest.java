package org.spineregistry.synthesis.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against audits of a fictional registry at several sizes (reference, section 8). */
class MembershipLawTest {
  @ParameterizedTest
  @CsvSource({
    // measured at N with K, then at another N with its K
    "370, 111, 0.573, 1000, 192, 0.559, 0.004",
    "370, 202, 0.644, 125, 117, 0.680, 0.010",
    "125, 117, 0.680, 370, 202, 0.644, 0.010"
  })
  void predictsTheAttackOfAnotherCohortAtTheSameStrengthOfTheScreen(
      double n, double k, double auc, double otherN, double otherK, double measured, double slack) {
    assertThat(MembershipLaw.of(auc, n, k).auc(otherN, otherK)).isCloseTo(measured, within(slack));
  }

  @Test
  void aGuessStaysAGuess() {
    assertThat(MembershipLaw.of(0.5, 100, 50).auc(50, 100)).isEqualTo(0.5);
    assertThat(MembershipLaw.of(0.48, 100, 50).auc(50, 100)).isEqualTo(0.5);
  }
}
