package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.audit.RiskEvidence;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.InferenceFidelity;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.model.SyntheticModel;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.table.Table;

/**
 * All gates of the profile on one release and its audit.
 *
 * @param tier which bounds
 * @param contract what rows must keep
 * @param seed of the run
 */
public record RigorousProfile(Tier tier, Contract contract, Seed seed) {
  /** Name in policies and certificates, with the tier: {@code rigorous/PUBLIC}. */
  public static final String NAME = "rigorous";

  /** What a reader should know beside the gates. */
  public static final List<String> NOTES =
      List.of(
          "Verdicts need the whole 95 % interval inside the bound; NOT_CERTIFIABLE means that the "
              + "cohort is too small to say.",
          "Built-in controls with known faults were made from the cohort and had to be caught.",
          "The attacks tried are named in the gates; others may exist.");

  /** The full name of a tier's profile. */
  public static String name(Tier tier) {
    return NAME + "/" + tier;
  }

  /**
   * Judges a release.
   *
   * @param judge prepared for the cohort
   * @param model the fitted model
   * @param release all rows that leave the house
   * @param evidence predictions of every replicate
   * @param risks attacks on every replicate
   * @param stability gates that each replicate breaks
   * @param controls what became of the built-in controls
   * @param membership gates P3 of the used ladder step
   * @param beside gates that decide nothing, by further tasks
   */
  List<GateResult> gates(
      Table cohort,
      FidelityJudge judge,
      SyntheticModel model,
      Table release,
      List<ReplicateEvidence> evidence,
      List<RiskEvidence> risks,
      List<List<String>> stability,
      List<ControlResult> controls,
      List<GateResult> membership,
      List<Callable<List<GateResult>>> beside,
      Workers workers) {
    PatientBootstrap bootstrap =
        new PatientBootstrap(seed.stream("bootstrap/U"), cohort.rows(), 1000);
    RiskJudge risk = new RiskJudge(tier, cohort, risks, seed);
    List<Callable<List<GateResult>>> tasks = new ArrayList<>();
    tasks.add(() -> judge.judge(release));
    tasks.add(() -> List.of(UtilityGates.prediction(tier, cohort, evidence, bootstrap)));
    tasks.add(
        () ->
            UtilityGates.inference(InferenceFidelity.of(contract.regressions(), cohort, release)));
    tasks.add(() -> RiskJudge.copies(cohort, release));
    tasks.add(() -> List.of(risk.closeness(release.rows())));
    tasks.add(() -> membership);
    tasks.add(risk::criteria);
    tasks.addAll(risk.secretTasks());
    tasks.add(() -> KRuleGates.promised(tier, cohort, contract, release));
    tasks.addAll(beside);
    List<GateResult> gates = new ArrayList<>();
    gates.add(ContractGate.of(cohort, controls));
    workers.all(tasks, done -> {}).forEach(gates::addAll);
    gates.add(SizeGate.of(tier, cohort.rows(), model));
    gates.add(
        GateResult.reported(
            "P8",
            "Differential privacy: epsilon",
            Double.NaN,
            null,
            "none: the model is not fitted with noise, so nothing bounds epsilon"));
    gates.add(Stability.gate(tier, stability));
    return gates;
  }
}
