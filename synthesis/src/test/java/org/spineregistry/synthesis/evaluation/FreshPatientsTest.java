package org.spineregistry.synthesis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.rigorous.Tier;

/** Real patients in the place of synthetic ones raise no alarm. */
class FreshPatientsTest {
  @Test
  void thirdsShareOutAllPatients() {
    EvaluationInput input = FreshPatients.thirds(Foreign.COHORT, Foreign.CONTRACT, Foreign.SEED);

    assertThat(input.patients().rows() + input.synthetic().rows()).isEqualTo(Foreign.COHORT.rows());
    assertThat(input.training().rows()).isEqualTo(274);
  }

  @Test
  void freshPatientsFailNoFidelityOrPrivacyGate() {
    List<String> failed = new ArrayList<>();
    for (String seed : List.of("03", "04")) {
      EvaluationResult result =
          Foreign.evaluate(
              FreshPatients.thirds(Foreign.COHORT, Foreign.CONTRACT, Seed.ofHex(seed.repeat(32))),
              new EvaluationSettings(Tier.CONTROLLED, false, false, Map.of()),
              2);
      result.gates().stream()
          .filter(gate -> gate.id().startsWith("F") || gate.id().startsWith("P"))
          .filter(gate -> gate.verdict() == Verdict.FAIL)
          .forEach(gate -> failed.add(gate.id()));
    }

    assertThat(failed).isEmpty();
  }
}
