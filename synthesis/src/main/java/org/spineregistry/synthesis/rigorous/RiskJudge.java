package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.audit.RiskEvidence;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.Gower;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.report.RocCurve;
import org.spineregistry.synthesis.table.Table;

/** Gates P1 to P5 from the evidence of one or more replicates. */
public final class RiskJudge {
  private static final int RESAMPLES = 1000;

  private final MembershipGates membership;
  private final DisclosureGates disclosure;
  private final PatientBootstrap bootstrap;

  /**
   * @param cohort all patients, members and strangers
   * @param evidence of at least one replicate of the cohort
   */
  public RiskJudge(Tier tier, Table cohort, List<RiskEvidence> evidence, Seed seed) {
    this.membership = new MembershipGates(tier, evidence);
    this.disclosure = new DisclosureGates(tier, evidence);
    this.bootstrap = bootstrap(seed, cohort);
  }

  /** One bootstrap serves all gates: the same resamples of patients. */
  public static PatientBootstrap bootstrap(Seed seed, Table cohort) {
    return new PatientBootstrap(seed.stream("bootstrap/P"), cohort.rows(), RESAMPLES);
  }

  /** P1. */
  public static List<GateResult> copies(Table cohort, Table release) {
    Gower gower = gower(cohort);
    EncodedRows patients = gower.encode(cohort);
    return CopyGates.of(
        gower.nearest(gower.encode(release), patients).first(),
        gower.nearestOther(patients).first());
  }

  /**
   * P1 by patients kept aside.
   *
   * @param members patients of the fit
   */
  public static List<GateResult> copies(Table members, Table strangers, Table release) {
    Gower gower = gower(members);
    EncodedRows patients = gower.encode(members);
    return CopyGates.compared(
        gower.nearest(gower.encode(release), patients).first(),
        gower.nearestOther(patients).first(),
        gower.nearest(gower.encode(strangers), patients).first());
  }

  private static Gower gower(Table cohort) {
    return Gower.of(cohort, IntStream.range(0, cohort.columns().size()).boxed().toList());
  }

  /** P2. */
  public GateResult closeness(int rows) {
    return disclosure.closeness(rows);
  }

  /** P3, every attack. */
  public List<GateResult> membership() {
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
  public List<Callable<List<GateResult>>> membershipTasks() {
    List<Callable<List<GateResult>>> tasks = new ArrayList<>();
    for (int attack = 0; attack < membership.attacks(); attack++) {
      int at = attack;
      tasks.add(() -> membership.of(at, bootstrap));
    }
    return tasks;
  }

  /** P4. */
  public List<GateResult> criteria() {
    return disclosure.criteria();
  }

  /** P5, a task for each secret. */
  public List<Callable<List<GateResult>>> secretTasks() {
    List<Callable<List<GateResult>>> tasks = new ArrayList<>();
    for (int secret = 0; secret < disclosure.secrets(); secret++) {
      int at = secret;
      tasks.add(() -> List.of(disclosure.secret(at, bootstrap)));
    }
    return tasks;
  }
}
