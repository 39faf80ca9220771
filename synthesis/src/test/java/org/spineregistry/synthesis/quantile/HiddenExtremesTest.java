package org.spineregistry.synthesis.quantile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.testing.OptData;

class HiddenExtremesTest {
  @Test
  void anExtremeOfFewerThanKPatientsIsHidden() {
    double[] values = {1, 1, 2, 3, 3, 3, Double.NaN};

    HiddenExtremes hidden = HiddenExtremes.of(values, 0, 3);

    assertThat(hidden.low()).isEqualTo(1);
    assertThat(hidden.high()).isNaN();
    assertThat(hidden.hides(1)).isTrue();
    assertThat(hidden.hides(3)).isFalse();
    assertThat(hidden.hides(Double.NaN)).isFalse();
  }

  @Test
  void patientsShareAnExtremeAfterRounding() {
    double[] values = {0.96, 1.04, 1.01, 5, 8.9, 9.1};

    assertThat(HiddenExtremes.of(values, 0, 3)).isEqualTo(new HiddenExtremes(Double.NaN, 9));
    assertThat(HiddenExtremes.of(values, 2, 3)).isEqualTo(new HiddenExtremes(0.96, 9.1));
  }

  /** 16 years: 7 patients, 44 years: 2; Apgar 0: 4 children, Apgar 10: 35. */
  @Test
  void theRealCohortHidesItsOldestPatientAndItsLowestApgar() {
    HiddenExtremes age = HiddenExtremes.of(OptData.numbers("ageYears"), 0, 5);
    HiddenExtremes apgar = HiddenExtremes.of(OptData.numbers("apgar5"), 0, 5);

    assertThat(age).isEqualTo(new HiddenExtremes(Double.NaN, 44));
    assertThat(apgar).isEqualTo(new HiddenExtremes(0, Double.NaN));
  }

  @Test
  void aColumnWithoutValuesHidesNothing() {
    HiddenExtremes hidden = HiddenExtremes.of(new double[] {Double.NaN}, 0, 5);

    assertThat(hidden.low()).isNaN();
    assertThat(hidden.high()).isNaN();
  }
}
