package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.audit.RiskEvidence;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Gower;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.report.RocCurve;
import org.spineregistry.synthesis.table.Table;

/** Gates P1 to P5 from the evidence of one or more replicates. */
final class RiskJudge {
  private static final int RESAMPLES = 1000;

  private final MembershipGates membership;
  private final DisclosureGates disclosure;
  private final PatientBootstrap bootstrap;

  RiskJudge(Tier tier, Table cohort, List<RiskEvidence> evidence, Seed seed) {
    this.membership = new MembershipGates(tier, evidence);
    this.disclosure = new DisclosureGates(tier, evidence);
    this.bootstrap = bootstrap(seed, cohort);
  }

  /** One bootstrap serves all gates: the same resamples of patients. */
  static PatientBootstrap bootstrap(Seed seed, Table cohort) {
    return new PatientBootstrap(seed.stream("bootstrap/P"), cohort.rows(), RESAMPLES);
  }

  /** P1. */
  static List<GateResult> copies(Table cohort, Table release) {
    List<Integer> columns = IntStream.range(0, cohort.columns().size()).boxed().toList();
    Gower gower = Gower.of(cohort, columns);
    var patients = gower.encode(cohort);
    return CopyGates.of(
        gower.nearest(gower.encode(release), patients).first(),
        gower.nearestOther(patients).first());
  }

  /** P2. */
  GateResult closeness(int rows) {
    return disclosure.closeness(rows);
  }

  /** P3, every attack. */
  List<GateResult> membership() {
    List<GateResult> gates = new ArrayList<>();
    for (int attack = 0; attack < membership.attacks(); attack++) {
      gates.addAll(membership.of(attack, bootstrap));
    }
    return gates;
  }

  /**
   * The ROC curve of each attack.
   *
   * @param gates those of {@link #membership}
   */
  List<RocCurve> curves(List<GateResult> gates) {
    List<GateResult> areas = gates.stream().filter(g -> g.id().startsWith("P3-auc")).toList();
    return IntStream.range(0, membership.attacks())
        .filter(attack -> areas.get(attack).value() != null)
        .mapToObj(attack -> membership.curve(attack, areas.get(attack)))
        .toList();
  }

  /** P3, a task for each attack. */
  List<Callable<List<GateResult>>> membershipTasks() {
    List<Callable<List<GateResult>>> tasks = new ArrayList<>();
    for (int attack = 0; attack < membership.attacks(); attack++) {
      int at = attack;
      tasks.add(() -> membership.of(at, bootstrap));
    }
    return tasks;
  }

  /** P4. */
  List<GateResult> criteria() {
    return disclosure.criteria();
  }

  /** P5, a task for each secret. */
  List<Callable<List<GateResult>>> secretTasks() {
    List<Callable<List<GateResult>>> tasks = new ArrayList<>();
    for (int secret = 0; secret < disclosure.secrets(); secret++) {
      int at = secret;
      tasks.add(() -> List.of(disclosure.secret(at, bootstrap)));
    }
    return tasks;
  }
}
