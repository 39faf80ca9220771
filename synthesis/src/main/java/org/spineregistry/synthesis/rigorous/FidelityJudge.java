package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.fidelity.HalvingNoise;
import org.spineregistry.synthesis.fidelity.MissingFidelity;
import org.spineregistry.synthesis.fidelity.RealColumns;
import org.spineregistry.synthesis.fidelity.RuleBreaks;
import org.spineregistry.synthesis.fidelity.StructureFidelity;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.SpearmanMatrix;
import org.spineregistry.synthesis.missing.MissingPattern;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/** Gates F1 to F5 of any release against one cohort. Immutable: releases may be judged at once. */
public final class FidelityJudge {
  private final Table cohort;
  private final Contract contract;
  private final RealColumns columns;
  private final List<Integer> ordered;
  private final SpearmanMatrix structure;
  private final HalvingNoise noise;
  private final MissingPattern pattern;
  private final double level;

  /** Null when there are none. */
  private final Table strangers;

  /**
   * Prepares the cohort's side.
   *
   * @param stream random halves of the cohort
   */
  public FidelityJudge(Table cohort, Contract contract, RandomStream stream) {
    this(cohort, contract, stream, MarginalGates.LEVEL, null);
  }

  /**
   * Prepares the judgement of a generator that knows nothing of the cohort's implications between
   * gaps.
   *
   * @param level chance that one gate raises a false alarm
   * @param strangers patients whom the generator never saw
   */
  public FidelityJudge(
      Table cohort, Contract contract, RandomStream stream, double level, Table strangers) {
    this.level = level;
    this.strangers = strangers;
    this.cohort = cohort;
    this.contract = contract;
    this.columns = RealColumns.of(cohort);
    this.ordered = StructureFidelity.columns(cohort);
    this.structure = SpearmanMatrix.of(cohort, ordered);
    this.noise = HalvingNoise.of(cohort, stream);
    this.pattern =
        MissingPattern.of(
            cohort, IntStream.range(0, cohort.columns().size()).boxed().toList(), KRules.K);
  }

  /** Why F3 cannot see independent columns; empty when it must. */
  Optional<String> noStructure(int rows) {
    double[] observed =
        ordered.stream()
            .mapToDouble(column -> 1 - (double) cohort.missing(column) / cohort.rows())
            .toArray();
    return ControlPower.noStructure(structure, observed, StructureGates.bound(noise), rows);
  }

  /** Why F1 cannot see that a release has another number column; empty when it must. */
  Optional<String> noShift(Table release, int column) {
    int numbers = (int) cohort.columns().stream().filter(Column::isNumber).count();
    return ControlPower.noShift(
        observed(cohort, column), observed(release, column), numbers, level);
  }

  /** Why F4 cannot see gaps of members that were scattered; empty when it must. */
  Optional<String> noScatter(Table members, int rows) {
    return ControlPower.noScatter(members, rows, strangers == null ? 0 : MissingGates.RATE);
  }

  private static double[] observed(Table table, int column) {
    return Arrays.stream(table.numbers(column)).filter(v -> !Double.isNaN(v)).sorted().toArray();
  }

  /** Judges a release, which has the columns and levels of the cohort. */
  public List<GateResult> judge(Table release) {
    List<GateResult> gates =
        new ArrayList<>(
            MarginalGates.of(columns.numbers(release), columns.categories(release), level));
    gates.addAll(
        StructureGates.of(
            StructureFidelity.of(structure, SpearmanMatrix.of(release, ordered)), noise));
    MissingFidelity missing = MissingFidelity.of(cohort, pattern, release);
    gates.addAll(MissingGates.of(missing, level, implied(missing, release)));
    gates.add(rules(RuleBreaks.of(release, contract)));
    return gates;
  }

  private GateResult implied(MissingFidelity missing, Table release) {
    return strangers == null
        ? MissingGates.implied(missing)
        : MissingGates.implied(
            new ExcessGate.Count(missing.brokenImplications(), release.rows()),
            new ExcessGate.Count(
                MissingFidelity.of(cohort, pattern, strangers).brokenImplications(),
                strangers.rows()));
  }

  private static GateResult rules(RuleBreaks breaks) {
    return GateResult.atMost(
        "F5",
        "Rows that break a rule of the schema or hold a derived value that does not follow",
        breaks.rows(),
        0,
        breaks.byRule().isEmpty()
            ? "every row keeps every rule"
            : "broken: " + String.join(", ", breaks.byRule().keySet().stream().sorted().toList()));
  }
}
