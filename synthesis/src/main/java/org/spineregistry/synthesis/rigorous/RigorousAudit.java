package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import java.util.function.IntConsumer;
import org.spineregistry.synthesis.audit.Audit;
import org.spineregistry.synthesis.audit.Replicate;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.audit.ReplicateRelease;
import org.spineregistry.synthesis.audit.RiskEvidence;
import org.spineregistry.synthesis.audit.RiskProbe;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Table;

/**
 * Audits the model on replicates, step by step of the ladder: the screen is made stricter until the
 * membership attacks stay below their bounds.
 */
final class RigorousAudit {
  private static final double STRICTEST = 8;

  /** What one replicate gave. */
  private record Attacked(ReplicateRelease release, RiskEvidence risk) {}

  private final Tier tier;
  private final Table cohort;
  private final Contract contract;
  private final List<Replicate> plan;
  private final Seed seed;
  private final int rows;
  private final RiskProbe probe;
  private final List<LadderStep> ladder = new ArrayList<>();
  private AuditedStep step;

  /**
   * @param plan replicates
   * @param rows of each replicate's release
   */
  RigorousAudit(
      Tier tier,
      Table cohort,
      Contract contract,
      List<Replicate> plan,
      Seed seed,
      int rows,
      RiskProbe probe) {
    this.tier = tier;
    this.cohort = cohort;
    this.contract = contract;
    this.plan = plan;
    this.seed = seed;
    this.rows = rows;
    this.probe = probe;
  }

  /**
   * Climbs the ladder from the tier's first step; of a model without a screen there is one step.
   *
   * @param models the model at a strength of the screen
   * @param hasScreen whether the strength means anything to it
   * @param heard how many replicates of the current step are done, with the step's strength
   * @return the strength of the step that is used: the first that passes, or the last
   */
  double climb(
      DoubleFunction<Synthesizer> models, boolean hasScreen, Workers workers, Heard heard) {
    double last = hasScreen ? STRICTEST : tier.kappa();
    for (double kappa = tier.kappa(); kappa <= last; kappa++) {
      double strength = kappa;
      step = attack(audit(models.apply(kappa)), workers, done -> heard.done(strength, done));
      List<GateResult> gates = new ArrayList<>();
      RiskJudge judge = new RiskJudge(tier, cohort, step.risks(), seed);
      workers.all(judge.membershipTasks(), done -> {}).forEach(gates::addAll);
      ladder.add(new LadderStep(kappa, gates));
      if (ladder.get(ladder.size() - 1).isPassed()) {
        return kappa;
      }
    }
    return last;
  }

  /** Hears how far the audit is. */
  interface Heard {
    void done(double kappa, int replicates);
  }

  private AuditedStep attack(Audit audit, Workers workers, IntConsumer done) {
    List<Callable<Attacked>> tasks = new ArrayList<>();
    for (Replicate replicate : plan) {
      tasks.add(
          () -> {
            ReplicateRelease release = audit.release(replicate);
            return new Attacked(release, probe.attack(replicate, release.release()));
          });
    }
    List<Attacked> attacked = workers.all(tasks, done);
    return new AuditedStep(
        attacked.stream().map(Attacked::release).toList(),
        attacked.stream().map(Attacked::risk).toList());
  }

  /** An audit of one model. */
  Audit audit(Synthesizer synthesizer) {
    return new Audit(
        cohort,
        (members, label) -> synthesizer.fit(members, "fit/" + label).sample(rows, label).table());
  }

  /** Predictions and distances of the used step. */
  List<ReplicateEvidence> measure(Audit audit, Workers workers, IntConsumer done) {
    List<Callable<ReplicateEvidence>> tasks = new ArrayList<>();
    step.releases().forEach(release -> tasks.add(() -> audit.measure(release)));
    return workers.all(tasks, done);
  }

  /** Gates that each replicate of the used step breaks. */
  List<List<String>> stability(Workers workers, IntConsumer done) {
    List<Callable<List<String>>> tasks = new ArrayList<>();
    step.releases().forEach(r -> tasks.add(() -> Stability.broken(r, contract, seed)));
    return workers.all(tasks, done);
  }

  /** All steps, the used one last. */
  List<LadderStep> ladder() {
    return List.copyOf(ladder);
  }

  /** Releases of the used step. */
  List<ReplicateRelease> releases() {
    return step.releases();
  }

  /** Attacks of the used step. */
  List<RiskEvidence> risks() {
    return step.risks();
  }
}
