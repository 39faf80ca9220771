package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;

class LinkabilityTest {
  private static final Seed SEED = Seed.ofHex("47".repeat(32));

  @Test
  void aPatientIsLinkedWhenBothHalvesLeadToOneRow() {
    Map<Integer, int[][]> nearest =
        Map.of(
            1, new int[][] {{4, 9, 2, 7, 1}, {1, 2, 3, 4, 5}, {8}},
            2, new int[][] {{3, 5, 6, 8, 2}, {6, 7, 8, 9, 10}, {8}});

    PatientHits linked =
        Linkability.of(
            (columns, k) -> {
              assertThat(k).isEqualTo(5);
              return nearest.get(columns.length);
            },
            new int[] {3},
            new int[] {0, 1});

    assertThat(linked.name()).isEqualTo("linkability");
    assertThat(linked.hit()).containsExactly(true, false, true);
    assertThat(linked.tried()).containsExactly(true, true, true);
  }

  @Test
  void whoStandsInTheReleaseIsLinked() {
    Table cohort = KnownGenerator.rows(60, SEED.stream("cohort"));
    PlainGower gower = new PlainGower(cohort, cohort);

    PatientHits linked = Linkability.of(gower, KnownGenerator.half(0), KnownGenerator.half(1));

    assertThat(linked.hit()).containsOnly(true);
  }
}
