package org.spineregistry.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;

class CampaignColumnsTest {
  private final List<Column> sacroiliac = CampaignTable.columns(Examples.sacroiliac());

  private static List<String> with(ColumnRole role, DataDictionary dictionary) {
    return CampaignTable.columns(dictionary).stream()
        .filter(column -> column.is(role))
        .map(Column::name)
        .toList();
  }

  private static Column column(DataDictionary dictionary, String name) {
    return CampaignTable.columns(dictionary).stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void areTheVariablesInTheOrderOfTheSchema() {
    assertThat(sacroiliac).hasSize(50);
    assertThat(sacroiliac.get(0).name()).isEqualTo("ageYears");
    assertThat(sacroiliac.get(49).name()).isEqualTo("satisfaction24m");
  }

  @Test
  void haveTypeBoundsAndDecimalsOfTheSchema() {
    Column age = column(Examples.sacroiliac(), "ageYears");
    assertThat(age.isNumber()).isTrue();
    assertThat(List.of(age.minimum(), age.maximum())).containsExactly(18.0, 90.0);
    assertThat(age.decimals()).isZero();
    assertThat(column(Examples.sacroiliac(), "eq5d12m").decimals()).isEqualTo(3);
    assertThat(column(Examples.sacroiliac(), "diabetes").levels()).containsExactly("false", "true");
    assertThat(column(Examples.sacroiliac(), "sex").levels())
        .containsExactly("FEMALE", "MALE", "OTHER_UNKNOWN");
  }

  @Test
  void areOrderedWhereTheSchemaSaysSo() {
    assertThat(sacroiliac)
        .filteredOn(column -> column.ordered() && !column.isNumber() && column.levels().size() > 2)
        .extracting(Column::name)
        .containsExactly("smoking", "opioidUsePreop", "motorDeficitPreop");
    assertThat(column(Examples.periodontal(), "education").ordered()).isTrue();
  }

  /** A combination of complications is a level, and rare ones may become OTHER alone. */
  @Test
  void leaveTheLevelsOfASetOpen() {
    Column complications = column(Examples.sacroiliac(), "complications90d");

    assertThat(complications.levels()).isEmpty();
    assertThat(complications.ordered()).isFalse();
    assertThat(complications.other()).isEqualTo("OTHER");
    assertThat(column(Examples.lumbar(), "levelsFused").other()).isNull();
  }

  @Test
  void nameTheSecretsOfTheSchema() {
    assertThat(with(ColumnRole.SECRET, Examples.sacroiliac()))
        .containsExactly(
            "compensationClaim", "opioidUsePreop", "clavienDindo90d", "reoperation24m");
  }

  @Test
  void splitAtTheTreatment() {
    List<String> before = with(ColumnRole.BEFORE_TREATMENT, Examples.sacroiliac());
    List<String> after = with(ColumnRole.AFTER_TREATMENT, Examples.sacroiliac());

    assertThat(before).contains("ageYears", "sex", "odiBaseline", "employment");
    assertThat(after).contains("approach", "bloodLossMl", "odi12m", "clavienDindo90d");
    assertThat(before).doesNotContainAnyElementsOf(after);
    assertThat(before.size() + after.size()).isEqualTo(50);
  }

  /** Visits at 12 and 24 months, and what has no visit and may therefore be late. */
  @Test
  void areLateFromTheVisitOfThePrimaryOutcomeOn() {
    assertThat(with(ColumnRole.AFTER_OUTCOME, Examples.sacroiliac()))
        .containsExactly(
            "odi24m",
            "vasBack12m",
            "vasBack24m",
            "vasLeg12m",
            "eq5d12m",
            "clavienDindo90d",
            "complications90d",
            "reoperation24m",
            "fusionStatus12m",
            "satisfaction24m");
    assertThat(with(ColumnRole.AFTER_OUTCOME, Examples.periodontal()))
        .contains("birthweightG", "plaqueIndexVisit5", "preEclampsia")
        .doesNotContain("plaqueIndexVisit3", "bleedingPctVisit5", "treatmentHours");
  }

  @Test
  void predictOnlyFromColumnsThatAreNotLate() {
    for (DataDictionary dictionary :
        List.of(Examples.sacroiliac(), Examples.lumbar(), Examples.periodontal())) {
      assertThat(with(ColumnRole.PREDICTOR, dictionary))
          .isNotEmpty()
          .doesNotContainAnyElementsOf(with(ColumnRole.AFTER_OUTCOME, dictionary))
          .doesNotContainAnyElementsOf(with(ColumnRole.PRIMARY_OUTCOME, dictionary));
    }
  }

  @Test
  void splitPatientsByAgeAndKnownCategories() {
    assertThat(with(ColumnRole.SUBGROUP, Examples.sacroiliac())).containsExactly("ageYears", "sex");
    assertThat(with(ColumnRole.SUBGROUP, Examples.periodontal()))
        .containsExactly("ageYears", "black", "white", "hispanic");
  }
}
