package org.spineregistry.synthesis.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrivacyBudgetTest {
  /**
   * rho + 2 sqrt(rho ln(1 / delta)), computed elsewhere with ln(1e6) = 13.815511, ln(1e5) =
   * 11.512925.
   */
  @ParameterizedTest
  @CsvSource({"0.1, 1e-6, 2.450788000", "0.01, 1e-6, 0.753384438", "0.5, 1e-5, 5.298525912"})
  void rhoIsWhatEpsilonAndDeltaAllow(double rho, double delta, double epsilon) {
    assertThat(new PrivacyBudget(epsilon, delta).rho()).isCloseTo(rho, within(1e-8));
  }

  @Test
  void halfOfTheBudgetTakesMoreNoise() {
    PrivacyBudget budget = new PrivacyBudget(2.450779, 1e-6);
    assertThat(budget.deviation(1, 1)).isCloseTo(Math.sqrt(5), within(1e-4));
    assertThat(budget.deviation(3, 0.5)).isCloseTo(3 * Math.sqrt(10), within(1e-3));
  }

  @Test
  void whatPromisesNothingIsNoBudget() {
    assertThatThrownBy(() -> new PrivacyBudget(10.5, 1e-6)).hasMessageContaining("epsilon");
    assertThatThrownBy(() -> new PrivacyBudget(0, 1e-6)).hasMessageContaining("epsilon");
    assertThatThrownBy(() -> new PrivacyBudget(Double.NaN, 1e-6)).hasMessageContaining("epsilon");
    assertThatThrownBy(() -> new PrivacyBudget(1, 1e-13)).hasMessageContaining("delta");
    assertThatThrownBy(() -> new PrivacyBudget(1, 1)).hasMessageContaining("delta");
  }
}
