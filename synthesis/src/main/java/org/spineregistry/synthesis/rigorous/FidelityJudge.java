package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
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
import org.spineregistry.synthesis.table.Table;

/** Gates F1 to F5 of any release against one cohort. Immutable: releases may be judged at once. */
public final class FidelityJudge {
  private static final int K = 5;

  private final Table cohort;
  private final Contract contract;
  private final RealColumns columns;
  private final List<Integer> ordered;
  private final SpearmanMatrix structure;
  private final HalvingNoise noise;
  private final MissingPattern pattern;

  /**
   * Prepares the cohort's side.
   *
   * @param stream random halves of the cohort
   */
  public FidelityJudge(Table cohort, Contract contract, RandomStream stream) {
    this.cohort = cohort;
    this.contract = contract;
    this.columns = RealColumns.of(cohort);
    this.ordered = StructureFidelity.columns(cohort);
    this.structure = SpearmanMatrix.of(cohort, ordered);
    this.noise = HalvingNoise.of(cohort, stream);
    this.pattern =
        MissingPattern.of(cohort, IntStream.range(0, cohort.columns().size()).boxed().toList(), K);
  }

  /** Whether the cohort's columns go together so much that losing it must be seen. */
  boolean hasStructure() {
    return ControlPower.hasStructure(structure, StructureGates.bound(noise));
  }

  /** Judges a release, which has the columns and levels of the cohort. */
  public List<GateResult> judge(Table release) {
    List<GateResult> gates =
        new ArrayList<>(MarginalGates.of(columns.numbers(release), columns.categories(release)));
    gates.addAll(
        StructureGates.of(
            StructureFidelity.of(structure, SpearmanMatrix.of(release, ordered)), noise));
    gates.addAll(MissingGates.of(MissingFidelity.of(cohort, pattern, release)));
    gates.add(rules(RuleBreaks.of(release, contract)));
    return gates;
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
