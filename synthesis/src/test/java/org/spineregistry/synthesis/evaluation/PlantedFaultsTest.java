package org.spineregistry.synthesis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spineregistry.synthesis.control.PlantedFault;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.rigorous.Tier;
import org.spineregistry.synthesis.run.Cohort;
import org.spineregistry.synthesis.testing.OptContract;
import org.spineregistry.synthesis.testing.OptData;

/** A few seeds of what {@code ./bench gates} measures with twenty. */
class PlantedFaultsTest {
  private static final List<FaultFinding> FINDINGS = new ArrayList<>();

  @BeforeAll
  static void plants() {
    Cohort cohort = new Cohort(OptData.cohort(), OptData.sites(), OptContract.of(OptData.cohort()));
    try (Workers workers = new Workers(2, () -> false)) {
      for (String seed : List.of("01", "02")) {
        FINDINGS.addAll(
            new FaultTrial(Tier.PUBLIC, cohort, Seed.ofHex(seed.repeat(32)), 2_000)
                .run(false, workers));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = PlantedFault.class, names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void faultIsFoundByItsGate(PlantedFault fault) {
    assertThat(FINDINGS)
        .filteredOn(finding -> finding.fault() == fault)
        .hasSize(2)
        .allMatch(FaultFinding::isFound);
  }

  @Test
  void faithfulReleaseFailsNoGate() {
    assertThat(FINDINGS)
        .filteredOn(finding -> finding.fault() == PlantedFault.NONE)
        .hasSize(2)
        .allMatch(finding -> finding.failed().isEmpty());
  }
}
