package org.spineregistry.synthesis.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.spineregistry.synthesis.audit.Audit;
import org.spineregistry.synthesis.audit.Replicate;
import org.spineregistry.synthesis.audit.ReplicateRelease;
import org.spineregistry.synthesis.audit.RiskProbe;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.control.FaultPlanter;
import org.spineregistry.synthesis.control.PlantedFault;
import org.spineregistry.synthesis.copula.StepCopula;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.published.PublishedProfile;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.rigorous.FidelityJudge;
import org.spineregistry.synthesis.rigorous.KRuleGates;
import org.spineregistry.synthesis.rigorous.RiskJudge;
import org.spineregistry.synthesis.rigorous.Tier;
import org.spineregistry.synthesis.run.Cohort;
import org.spineregistry.synthesis.table.Table;

/**
 * Whether gates find planted faults. The step copula is fitted on four fifths of a cohort; each
 * fault is planted in its release, or takes its place, and the release is judged against the
 * patients of the fit, with the last fifth as those kept aside.
 */
public final class FaultTrial {
  private static final int FOLDS = 5;

  private final Tier tier;
  private final Cohort cohort;
  private final Seed seed;
  private final int rows;
  private final Replicate replicate;
  private final Table members;

  /**
   * @param seed splits the cohort, fits, generates and plants
   * @param rows of the release
   */
  public FaultTrial(Tier tier, Cohort cohort, Seed seed, int rows) {
    this.tier = tier;
    this.cohort = cohort;
    this.seed = seed;
    this.rows = rows;
    this.replicate = Replicate.plan(cohort.sites(), 1, FOLDS, seed).get(0);
    this.members = cohort.table().select(replicate.members());
  }

  /**
   * Plants every fault that schema and patients allow.
   *
   * @param published whether to run the gates of the publication too, which take longer than all
   *     others
   */
  public List<FaultFinding> run(boolean published, Workers workers) {
    Contract contract = cohort.contract();
    Table release = workers.one(this::faithful);
    FidelityJudge judge =
        workers.one(() -> new FidelityJudge(members, contract, seed.stream("halves")));
    RiskProbe probe = workers.one(() -> new RiskProbe(cohort.table(), seed));
    FaultPlanter planter = new FaultPlanter(members, release, contract, seed.stream("planted"));
    List<Callable<List<GateResult>>> tasks = new ArrayList<>();
    for (PlantedFault fault : PlantedFault.values()) {
      tasks.add(
          () ->
              planter
                  .plant(fault)
                  .map(table -> gates(fault, table, judge, probe))
                  .orElse(List.of()));
    }
    List<List<GateResult>> judged = workers.all(tasks, count -> {});
    List<GateResult> faithful = judged.get(PlantedFault.NONE.ordinal());
    List<FaultFinding> findings =
        Arrays.stream(PlantedFault.values())
            .filter(fault -> !judged.get(fault.ordinal()).isEmpty())
            .map(f -> new FaultFinding(f, judged.get(f.ordinal()), faithful, List.of()))
            .toList();
    return published ? withPublished(findings, planter, workers) : findings;
  }

  private Table faithful() {
    return new StepCopula(StepOptions.of(tier.kMap(), tier.kappa()), cohort.contract(), seed)
        .fit(members, "fit/planted")
        .sample(rows, "release/planted")
        .table();
  }

  /** The attacks are run only where a fault could change who is recognised. */
  private List<GateResult> gates(
      PlantedFault fault, Table release, FidelityJudge judge, RiskProbe probe) {
    List<GateResult> gates = new ArrayList<>(judge.judge(release));
    gates.addAll(RiskJudge.copies(members, release));
    gates.addAll(KRuleGates.promised(tier, members, cohort.contract(), release));
    if (fault == PlantedFault.NONE || fault.showsPatients()) {
      RiskJudge risks =
          new RiskJudge(tier, cohort.table(), List.of(probe.attack(replicate, release)), seed);
      gates.add(risks.closeness(release.rows()));
      gates.addAll(risks.membership());
    }
    return gates;
  }

  private List<FaultFinding> withPublished(
      List<FaultFinding> findings, FaultPlanter planter, Workers workers) {
    List<FaultFinding> both = new ArrayList<>();
    for (FaultFinding finding : findings) {
      Table release = workers.one(() -> planter.plant(finding.fault()).orElseThrow());
      Audit audit = new Audit(cohort.table(), (fitted, label) -> release);
      List<GateResult> gates =
          new PublishedProfile(seed, Map.of())
              .judge(
                  members,
                  cohort.table(),
                  List.of(release),
                  List.of(
                      workers.one(
                          () -> audit.measure(new ReplicateRelease(replicate, members, release)))),
                  workers,
                  percent -> {});
      both.add(new FaultFinding(finding.fault(), finding.gates(), finding.faithful(), gates));
    }
    return both;
  }
}
