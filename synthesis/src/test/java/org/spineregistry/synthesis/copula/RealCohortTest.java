package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.model.SampledRows;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.rigorous.FidelityJudge;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptContract;
import org.spineregistry.synthesis.testing.OptData;

class RealCohortTest {
  private static final Seed SEED = Seed.ofHex("07".repeat(32));

  @Test
  void prints() {
    Table cohort = OptData.cohort();
    for (double kappa : new double[] {3, 5}) {
      long t0 = System.nanoTime();
      StepModel model =
          new StepCopula(StepOptions.of(0, kappa), OptContract.of(cohort), SEED).fit(cohort);
      long t1 = System.nanoTime();
      SampledRows rows = model.sample(10_000, "release/10000");
      long t2 = System.nanoTime();
      System.out.println(
          "kappa "
              + kappa
              + " p "
              + model.latents()
              + " K "
              + model.pairs()
              + " "
              + model.parameters());
      System.out.println("fit ms " + (t1 - t0) / 1e6 + " sample ms " + (t2 - t1) / 1e6);
      System.out.println(rows.acceptance().rates());
      FidelityJudge judge =
          new FidelityJudge(cohort, OptContract.of(cohort), SEED.stream("halves"));
      long t3 = System.nanoTime();
      List<GateResult> gates = judge.judge(rows.table());
      System.out.println(
          "judge prep ms " + (t3 - t2) / 1e6 + " judge ms " + (System.nanoTime() - t3) / 1e6);
      gates.forEach(
          g ->
              System.out.println(
                  g.id()
                      + " "
                      + g.value()
                      + " "
                      + g.bound()
                      + " "
                      + g.verdict()
                      + " "
                      + g.detail()));
    }
    assertThat(cohort.rows()).isEqualTo(823);
  }
}
