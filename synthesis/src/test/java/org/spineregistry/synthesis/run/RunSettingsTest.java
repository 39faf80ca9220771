package org.spineregistry.synthesis.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.classic.ClassicOptions;

class RunSettingsTest {
  @Test
  void defaultsAreThoseOfThePublication() {
    RunSettings settings = RunSettings.defaults(2);

    assertThat(settings.profile()).isEqualTo("published-2026");
    assertThat(settings.sizes()).containsExactly(100, 1000, 10_000);
    assertThat(settings.repeats() * settings.folds()).isEqualTo(10);
    assertThat(settings.releaseRows()).isEqualTo(11_100);
  }

  @Test
  void eachSettingIsCheckedAndNamed() {
    refused("profile", "rigorous", List.of(100), 2, 5, 1, Map.of());
    refused("datasetSizes", "published-2026", List.of(), 2, 5, 1, Map.of());
    refused("datasetSizes", "published-2026", List.of(0), 2, 5, 1, Map.of());
    refused("datasetSizes", "published-2026", List.of(100, 50), 2, 5, 1, Map.of());
    refused("datasetSizes", "published-2026", List.of(100, 100), 2, 5, 1, Map.of());
    refused("auditRepeats", "published-2026", List.of(100), 0, 5, 1, Map.of());
    refused("folds", "published-2026", List.of(100), 2, 1, 1, Map.of());
    refused("threads", "published-2026", List.of(100), 2, 5, 0, Map.of());
    refused(
        "quasiIdentifierBands", "published-2026", List.of(100), 2, 5, 1, Map.of("ageYears", 0.0));
  }

  private static void refused(
      String setting,
      String profile,
      List<Integer> sizes,
      int repeats,
      int folds,
      int threads,
      Map<String, Double> bands) {
    assertThatThrownBy(
            () ->
                new RunSettings(
                    profile, sizes, repeats, folds, threads, ClassicOptions.published(), bands))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(setting + ":");
  }
}
