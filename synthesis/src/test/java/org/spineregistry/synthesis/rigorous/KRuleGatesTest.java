package org.spineregistry.synthesis.rigorous;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

/** Who promises the k rules is held to every row; who does not, to patients kept aside. */
class KRuleGatesTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("score", 0),
          Column.category("side", List.of("left", "right", "both"))
              .with(ColumnRole.QUASI_IDENTIFIER));

  /** 4 patients have the highest score, 5 the lowest; 3 are operated on both sides. */
  private static final Table PATIENTS =
      table(
          rows(5, 1.0, "left"),
          rows(40, 5.0, "right"),
          rows(40, 5.0, "left"),
          rows(3, 5.0, "both"),
          rows(4, 9.0, "left"));

  private static final Table STRANGERS =
      table(rows(50, 5.0, "right"), rows(50, 5.0, "left"), rows(5, 9.0, "both"));

  @Test
  void oneRowThatShowsAnExtremeOfFewPatientsBreaksThePromise() {
    Table release = table(rows(1_000, 5.0, "left"), rows(1, 9.0, "left"), rows(9, 1.0, "left"));

    assertThat(promised(release, "P6-extremes").value()).isEqualTo(1);
    assertThat(promised(release, "P6-extremes").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(promised(release, "P6-levels").verdict()).isEqualTo(Verdict.PASS);
    assertThat(promised(release, "P6").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void oneRowWithALevelOfFewPatientsBreaksThePromise() {
    Table release = table(rows(1_000, 5.0, "left"), rows(2, 5.0, "both"));

    assertThat(promised(release, "P6-levels").value()).isEqualTo(2);
    assertThat(promised(release, "P6").value()).isEqualTo(2);
    assertThat(promised(release, "P6-extremes").verdict()).isEqualTo(Verdict.PASS);
  }

  @Test
  void extremesAreNotComparedAboveTheRealOne() {
    assertThat(promised(table(rows(20, 11.0, "left")), "P6-extremes").value()).isZero();
  }

  @Test
  void theLevelThatStandsForRareOnesMayShow() {
    List<Column> columns = List.of(Column.category("implant", List.of("A", "B", "C", "OTHER")));
    Table patients = implants(columns, 20, "A", 3, "B", 2, "OTHER");

    List<GateResult> gates =
        KRuleGates.promised(
            Tier.PUBLIC, patients, Contract.none(), implants(columns, 9, "A", 1, "OTHER", 0, "B"));

    assertThat(gates)
        .filteredOn(gate -> gate.id().equals("P6-levels"))
        .allMatch(gate -> gate.verdict() == Verdict.PASS)
        .hasSize(1);
  }

  private static Table implants(
      List<Column> columns,
      int first,
      String one,
      int second,
      String two,
      int third,
      String three) {
    TableBuilder builder = new TableBuilder(columns);
    Collections.nCopies(first, one).forEach(level -> builder.add(List.of(level)));
    Collections.nCopies(second, two).forEach(level -> builder.add(List.of(level)));
    Collections.nCopies(third, three).forEach(level -> builder.add(List.of(level)));
    return builder.build();
  }

  @Test
  void withoutThePromiseRowsMayShowWhatFreshPatientsShow() {
    Table release = table(rows(95, 5.0, "left"), rows(5, 9.0, "both"));

    assertThat(compared(release)).allMatch(gate -> gate.verdict() == Verdict.PASS);
  }

  @Test
  void withoutThePromiseRowsMayNotPointAtThePatientsMoreOften() {
    Table release = table(rows(70, 5.0, "left"), rows(30, 9.0, "both"));

    assertThat(compared(release)).hasSize(3).allMatch(gate -> gate.verdict() == Verdict.FAIL);
  }

  private static GateResult promised(Table release, String id) {
    return KRuleGates.promised(Tier.PUBLIC, PATIENTS, Contract.none(), release).stream()
        .filter(gate -> gate.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static List<GateResult> compared(Table release) {
    return KRuleGates.compared(Tier.PUBLIC, PATIENTS, STRANGERS, Contract.none(), release);
  }

  private static List<List<Object>> rows(int count, double score, String side) {
    return Collections.nCopies(count, List.of(score, side));
  }

  @SafeVarargs
  private static Table table(List<List<Object>>... groups) {
    TableBuilder builder = new TableBuilder(COLUMNS);
    List<List<Object>> all = new ArrayList<>();
    List.of(groups).forEach(all::addAll);
    all.forEach(builder::add);
    return builder.build();
  }
}
