package org.spineregistry.synthesis.rigorous;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

class ContractGateTest {

  @Test
  void oneRowAPatientPasses() {
    assertThat(ContractGate.of(OptData.cohort(), List.of()).verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void patientsWhoStandTwiceInTheTableFail() {
    Table cohort = OptData.cohort();
    Table twice =
        Table.concatenate(List.of(cohort, cohort.select(IntStream.range(0, 10).toArray())));

    GateResult gate = ContractGate.of(twice, List.of());

    assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate.detail()).startsWith("20 rows have an identical twin");
  }

  @Test
  void patientsOfTheFitWhoAlsoStandAsideFail() {
    Table cohort = OptData.cohort();
    Table fit = cohort.select(IntStream.range(0, 470).toArray());
    Table aside = cohort.select(IntStream.range(410, 820).toArray());

    GateResult gate = ContractGate.of(fit, aside, List.of());

    assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gate.detail()).startsWith("60 of 410 patients kept aside equal one of the fit");
    assertThat(
            ContractGate.of(cohort.select(IntStream.range(0, 410).toArray()), aside, List.of())
                .verdict())
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void tooFewPatientsFail() {
    Table few = OptData.cohort().select(IntStream.range(0, 59).toArray());

    assertThat(ContractGate.of(few, List.of()).detail()).isEqualTo("fewer than 60 patients");
  }
}
