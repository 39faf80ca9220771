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
  void tooFewPatientsFail() {
    Table few = OptData.cohort().select(IntStream.range(0, 59).toArray());

    assertThat(ContractGate.of(few, List.of()).detail()).isEqualTo("fewer than 60 patients");
  }
}
