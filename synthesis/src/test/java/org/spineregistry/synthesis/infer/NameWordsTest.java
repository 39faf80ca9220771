package org.spineregistry.synthesis.infer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameWordsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"age", "Age", "ageYears", "AGE_AT_SURGERY", "age.in.years", "Age (years)"})
  void knowsTheAgeOfAPatient(String name) {
    assertThat(new NameWords(name).suggestAge()).isTrue();
    assertThat(new NameWords(name).suggestQuasiIdentifier()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RBC.Age.Group", "gestationalAgeDays", "stage", "percentage", "image"})
  void knowsWhatIsNoAgeOfAPatient(String name) {
    assertThat(new NameWords(name).suggestQuasiIdentifier()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "bleedingPctVisit5,visit5",
    "odi12m,12m",
    "ODI_12_months,12months",
    "vas.3M,3m",
    "apgar5,apgar5",
    "age,''",
    "5,''",
    "pain,''",
    "endedBefore37Weeks,37weeks"
  })
  void knowsTheTimeOfAMeasurement(String name, String time) {
    assertThat(new NameWords(name).time()).isEqualTo(time);
  }
}
