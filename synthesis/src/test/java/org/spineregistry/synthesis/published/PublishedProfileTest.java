package org.spineregistry.synthesis.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.audit.Audit;
import org.spineregistry.synthesis.audit.Generator;
import org.spineregistry.synthesis.audit.Replicate;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.metric.KolmogorovSmirnov;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;
import org.spineregistry.synthesis.testing.OptData;

class PublishedProfileTest {
  private static final Seed SEED = Seed.ofHex("23".repeat(32));
  private static final Table ALL = OptData.cohort();
  private static final Table COHORT = ALL.select(IntStream.range(0, 411).toArray());
  private static final Table FRESH = ALL.select(IntStream.range(411, 822).toArray());

  @Test
  void exactCopiesPassTheMeanPValueButFailTheDistanceRatio() {
    Map<String, GateResult> gates = judge(COHORT, List.of(COHORT), Map.of());

    assertThat(gates.get("fidelity-ks").value()).isEqualTo(1.0);
    assertThat(gates.get("fidelity-ks").verdict()).isEqualTo(Verdict.PASS);
    assertThat(gates.get("privacy-nndr").value()).isZero();
    assertThat(gates.get("privacy-nndr").verdict()).isEqualTo(Verdict.FAIL);
    assertThat(gates.get("privacy-nndr-share").value()).isZero();
  }

  @Test
  void theDatasetWithTheLowestMeanDecides() {
    Table shifted = COHORT.select(IntStream.range(0, 411).filter(r -> late(r)).toArray());
    List<Table> datasets = List.of(shifted, COHORT);

    GateResult gate = judge(COHORT, datasets, Map.of()).get("fidelity-ks");

    double lowest = meanP(COHORT, shifted);
    assertThat(lowest).isLessThan(0.95);
    assertThat(gate.value()).isCloseTo(lowest, within(1e-12));
    assertThat(gate.detail()).contains("411 rows: 1.0000").contains(shifted.rows() + " rows: ");
  }

  @Test
  void profileReportsWhatThePublicationDoesNotBound() {
    Map<String, GateResult> gates = judge(COHORT, List.of(FRESH), Map.of());

    assertThat(gates.keySet())
        .containsExactly(
            "fidelity-ks",
            "fidelity-jsd-mean",
            "fidelity-jsd-worst",
            "utility-tstr",
            "privacy-nndr",
            "privacy-nndr-share",
            "privacy-mia",
            "privacy-k");
    assertThat(gates.values().stream().filter(GateResult::isDeciding).map(GateResult::id))
        .containsExactly("fidelity-ks", "privacy-nndr");
    assertThat(gates.get("privacy-nndr").bound()).isEqualTo(1.0);
    assertThat(gates.get("fidelity-ks").bound()).isEqualTo(0.05);
    assertThat(gates.get("utility-tstr").detail()).contains("bleedingPctVisit5");
    assertThat(gates.get("utility-tstr").interval()).isNotNull();
    assertThat(gates.get("privacy-nndr").detail()).contains("no ratio as more than 1000;");
    GateResult share = gates.get("privacy-nndr-share");
    assertThat(share.verdict()).isEqualTo(Verdict.REPORTED);
    assertThat(share.value()).isStrictlyBetween(0.0, 1.0);
    assertThat(share.value() > 0.5).isEqualTo(gates.get("privacy-nndr").verdict() == Verdict.PASS);
  }

  @Test
  void constantColumnsDoNotLiftTheMeanPValue() {
    TableBuilder builder =
        new TableBuilder(List.of(Column.number("constant", 0), Column.number("x", 0)));
    IntStream.range(0, 40).forEach(i -> builder.add(List.of(1, i)));
    TableBuilder other =
        new TableBuilder(List.of(Column.number("constant", 0), Column.number("x", 0)));
    IntStream.range(0, 40).forEach(i -> other.add(List.of(1, i + 20)));
    Table cohort = builder.build();

    GateResult gate = judge(cohort, List.of(other.build()), Map.of()).get("fidelity-ks");

    double p = KolmogorovSmirnov.pValue(cohort.numbers(1), other.build().numbers(1));
    assertThat(gate.value()).isEqualTo(p).isLessThan(0.05);
    assertThat(gate.verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void withoutNumbersOutcomeOrQuasiIdentifiersTheGatesSayWhy() {
    Table cohort = OptData.table(List.of("hispanic", "publicAssistance"));

    Map<String, GateResult> gates = judge(cohort, List.of(cohort), Map.of());

    assertThat(gates.get("fidelity-ks").verdict()).isEqualTo(Verdict.NOT_CERTIFIABLE);
    assertThat(gates.get("utility-tstr").value()).isNull();
    assertThat(gates.get("utility-tstr").detail()).startsWith("not run");
    assertThat(gates.get("privacy-k").value()).isNull();
    assertThat(gates.get("privacy-k").detail()).startsWith("not run");
  }

  @Test
  void smallestClassFollowsTheBands() {
    TableBuilder builder =
        new TableBuilder(List.of(Column.number("age", 0).with(ColumnRole.QUASI_IDENTIFIER)));
    IntStream.range(0, 60).forEach(i -> builder.add(List.of(20 + i % 20)));
    Table cohort = builder.build();

    assertThat(judge(cohort, List.of(cohort), Map.of()).get("privacy-k").value()).isEqualTo(3);
    GateResult banded = judge(cohort, List.of(cohort), Map.of("age", 10.0)).get("privacy-k");
    assertThat(banded.value()).isEqualTo(30);
    assertThat(banded.detail()).contains("age in bands");
  }

  @Test
  void anEmptyColumnHasNoDivergence() {
    List<Column> columns = List.of(Column.number("x", 0), Column.bool("flag"));
    TableBuilder builder = new TableBuilder(columns);
    IntStream.range(0, 30).forEach(i -> builder.add(Arrays.asList(null, null)));
    Table empty = builder.build();

    Map<String, GateResult> gates = judge(empty, List.of(empty), Map.of());

    assertThat(gates.get("fidelity-jsd-mean").value()).isNull();
    assertThat(gates.get("fidelity-jsd-worst").detail()).contains("no column");
  }

  private static boolean late(int row) {
    double value = COHORT.numbers(COHORT.indexOf("gestationalAgeDays"))[row];
    return value > 270;
  }

  private static double meanP(Table cohort, Table other) {
    return IntStream.range(0, cohort.columns().size())
        .filter(c -> cohort.columns().get(c).isNumber())
        .mapToDouble(c -> KolmogorovSmirnov.pValue(observed(cohort, c), observed(other, c)))
        .average()
        .orElseThrow();
  }

  private static double[] observed(Table table, int column) {
    return Arrays.stream(table.numbers(column)).filter(v -> !Double.isNaN(v)).toArray();
  }

  private static Map<String, GateResult> judge(
      Table cohort, List<Table> datasets, Map<String, Double> bands) {
    Generator copies = (members, label) -> members;
    List<String> sites = IntStream.range(0, cohort.rows()).mapToObj(i -> "one").toList();
    List<ReplicateEvidence> audit =
        Replicate.plan(sites, 1, 2, SEED).stream().map(new Audit(cohort, copies)::run).toList();
    Map<String, GateResult> gates = new java.util.LinkedHashMap<>();
    List<Integer> heard = new ArrayList<>();
    try (Workers workers = new Workers(2, () -> false)) {
      new PublishedProfile(SEED, bands)
          .judge(cohort, datasets, audit, workers, heard::add)
          .forEach(gate -> gates.put(gate.id(), gate));
    }
    assertThat(heard).isSorted().last().isEqualTo(100);
    return gates;
  }
}
