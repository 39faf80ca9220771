package org.spineregistry.cli.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.random.Seed;

class SimulatedCohortTest {
  @Test
  void theSameSeedGivesTheSameCohort() {
    assertThat(Cohort.of("lumbar-fusion", 50).rows())
        .isEqualTo(Cohort.of("lumbar-fusion", 50).rows());
  }

  @Test
  void anotherSeedGivesAnotherCohort() {
    Cohort one = Cohort.of("sacroiliac-fusion", 50);
    Cohort other = Cohort.of("sacroiliac-fusion", 50, "08".repeat(32));
    assertThat(one.rows()).isNotEqualTo(other.rows());
    assertThat(one.rows().get(0).get("caseId")).isNotEqualTo(other.rows().get(0).get("caseId"));
  }

  @Test
  void aLargerCohortBeginsWithTheSmallerOne() {
    Cohort larger = Cohort.of("sacroiliac-fusion", 60);
    assertThat(larger.rows().subList(0, 20)).isEqualTo(Cohort.of("sacroiliac-fusion", 20).rows());
  }

  @Test
  void caseIdsHaveTheFormOfRandomOnesAndDiffer() {
    Cohort cohort = Cohort.of("sacroiliac-fusion", 2000);
    assertThat(cohort.rows().stream().map(row -> row.get("caseId")).collect(Collectors.toSet()))
        .hasSize(2000)
        .allMatch(
            id ->
                id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  }

  @Test
  void aCampaignWithoutPopulationIsRefused() {
    DataDictionary periodontal = Campaigns.fromClasspath().byId("periodontal").orElseThrow();
    Seed seed = Seed.ofHex(Cohort.SEED);
    assertThatThrownBy(() -> SimulatedCohort.of(periodontal, 10, seed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("periodontal");
  }
}
