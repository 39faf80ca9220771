package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.model.SampledRows;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.rigorous.FidelityJudge;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptContract;
import org.spineregistry.synthesis.testing.OptData;

/** What the reference measured on the real cohort, with slack. */
class RealCohortTest {
  private static final Seed SEED = Seed.ofHex("07".repeat(32));
  private static final Table COHORT = OptData.cohort();

  private static StepModel model;
  private static SampledRows release;
  private static List<GateResult> gates;

  @BeforeAll
  static void fits() {
    model = new StepCopula(StepOptions.of(0, 3), OptContract.of(COHORT), SEED).fit(COHORT);
    release = model.sample(10_000, "release/10000");
    gates =
        new FidelityJudge(COHORT, OptContract.of(COHORT), SEED.stream("halves"))
            .judge(release.table());
  }

  @Test
  void keepsAsManyPairsAsTheReference() {
    assertThat(model.latents()).isEqualTo(65);
    assertThat(model.pairs()).isCloseTo(542, within(20));
  }

  @Test
  void everyFidelityGatePasses() {
    assertThat(gates).allMatch(gate -> gate.verdict() == Verdict.PASS).hasSizeGreaterThan(10);
  }

  @Test
  void fidelityIsThatOfTheReference() {
    assertThat(value("F1-ks")).isCloseTo(0.037, within(0.01));
    assertThat(value("F3-error")).isCloseTo(0.033, within(0.008));
    assertThat(value("F3-slope")).isCloseTo(1.00, within(0.07));
    assertThat(value("F4-rate")).isCloseTo(0.011, within(0.01));
    assertThat(value("F4-joint")).isCloseTo(0.032, within(0.015));
    assertThat(value("F5")).isZero();
  }

  @Test
  void mostDrawsBecomeRows() {
    assertThat(release.acceptance().rates().get("ALL")).isGreaterThan(0.9);
  }

  @Test
  void aRowIsTheSameHoweverManyAreAskedFor() {
    String few =
        new String(
            CsvWriter.write(model.sample(50, "release/10000").table()), StandardCharsets.UTF_8);
    String many = new String(CsvWriter.write(release.table()), StandardCharsets.UTF_8);

    assertThat(many).startsWith(few);
  }

  private static double value(String id) {
    return gates.stream().filter(gate -> gate.id().equals(id)).findFirst().orElseThrow().value();
  }
}
