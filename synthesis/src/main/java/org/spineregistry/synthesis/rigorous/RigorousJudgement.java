package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import org.spineregistry.synthesis.advice.Advisor;
import org.spineregistry.synthesis.advice.AuditedScreen;
import org.spineregistry.synthesis.audit.Audit;
import org.spineregistry.synthesis.audit.Replicate;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.audit.RiskProbe;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.model.Acceptance;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.model.SyntheticModel;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.report.LearningCurve;
import org.spineregistry.synthesis.report.ReportFigures;
import org.spineregistry.synthesis.reported.NeverDeciding;
import org.spineregistry.synthesis.reported.ReportedGates;
import org.spineregistry.synthesis.reported.SubgroupFidelity;
import org.spineregistry.synthesis.reported.SurvivalReports;
import org.spineregistry.synthesis.table.Table;

/**
 * The course of one judgement, whose steps are taken in this order: climb the ladder, control,
 * measure, gates. Not thread-safe.
 */
public final class RigorousJudgement {
  /** Check of the step copula that rows share their quasi-identifiers. */
  private static final String SHARED = "K_MAP";

  private final Tier tier;
  private final Table cohort;
  private final Contract contract;
  private final Seed seed;
  private final int rows;
  private final List<String> sites;
  private final int folds;
  private final List<Replicate> plan;
  private final FidelityJudge judge;
  private final RiskProbe probe;
  private final RigorousAudit audit;
  private List<ControlResult> controls = List.of();

  /**
   * Prepares a cohort.
   *
   * @param sites site of each row
   * @param repeats random partitions of the audit
   * @param folds parts of each partition
   * @param rows of each audited release
   */
  public RigorousJudgement(
      Tier tier,
      Table cohort,
      Contract contract,
      List<String> sites,
      int repeats,
      int folds,
      Seed seed,
      int rows) {
    this.tier = tier;
    this.cohort = cohort;
    this.contract = contract;
    this.seed = seed;
    this.rows = rows;
    this.sites = List.copyOf(sites);
    this.folds = folds;
    this.plan = Replicate.plan(sites, repeats, folds, seed);
    this.judge = new FidelityJudge(cohort, contract, seed.stream("halves/release"));
    this.probe = new RiskProbe(cohort, seed);
    this.audit = new RigorousAudit(tier, cohort, contract, plan, seed, rows, probe);
  }

  /** Hears how many replicates of a ladder step are done. */
  public interface Heard {
    void done(double kappa, int replicates);
  }

  /**
   * Audits step by step of the ladder.
   *
   * @param models the model at a strength of the screen
   * @param hasScreen whether the strength means anything to it
   * @return the strength that is used
   */
  public double climb(
      DoubleFunction<Synthesizer> models, boolean hasScreen, Workers workers, Heard heard) {
    return audit.climb(models, hasScreen, workers, heard::done);
  }

  /** Runs the built-in controls. */
  public void control(Synthesizer model, Workers workers) {
    Controls faults =
        new Controls(tier, cohort, plan.get(0), judge, probe, audit.audit(model), seed, rows);
    controls = workers.all(faults.tasks(), done -> {}).stream().flatMap(Optional::stream).toList();
  }

  /** Predictions and distances of every replicate of the used step. */
  public List<ReplicateEvidence> measure(Synthesizer model, Workers workers) {
    Audit audited = audit.audit(model);
    return audit.measure(audited, workers, done -> {});
  }

  /**
   * U3: utility on growing parts of the cohort.
   *
   * @param evidence predictions of the whole
   */
  public Optional<LearningCurve> learn(
      Synthesizer model, List<ReplicateEvidence> evidence, Workers workers) {
    return new LearningCurveAudit(cohort, sites, folds, seed, rows).of(model, evidence, workers);
  }

  /** All gates of the profile, those that decide nothing among them. */
  public List<GateResult> gates(
      SyntheticModel model,
      Table release,
      List<ReplicateEvidence> evidence,
      Optional<LearningCurve> curve,
      Workers workers) {
    List<List<String>> stability = audit.stability(workers, done -> {});
    List<GateResult> gates =
        new RigorousProfile(tier, contract, seed)
            .gates(
                cohort,
                judge,
                model,
                release,
                evidence,
                audit.risks(),
                stability,
                controls,
                lastStep().membership(),
                beside(release),
                workers);
    gates.add(LearningCurveAudit.gate(curve));
    gates.sort(Comparator.comparing(GateOrder::of));
    return gates;
  }

  private List<Callable<List<GateResult>>> beside(Table release) {
    ReportedGates reported = new ReportedGates(cohort, seed);
    List<Callable<List<GateResult>>> tasks = new ArrayList<>();
    tasks.add(NeverDeciding.of("F6", () -> List.of(reported.detection(release))));
    tasks.add(
        NeverDeciding.of(
            "F7", () -> List.of(reported.wasserstein(release), reported.discrepancy(release))));
    for (TimeToEvent pair : contract.timeToEvent()) {
      tasks.add(
          NeverDeciding.of(
              "U4-" + pair.time(),
              () -> SurvivalReports.of(pair, cohort, release, audit.releases())));
    }
    return tasks;
  }

  /** The drawings of a report. */
  public ReportFigures figures(Table release, Optional<LearningCurve> curve) {
    RiskJudge risks = new RiskJudge(tier, cohort, audit.risks(), seed);
    return ReportFigures.of(cohort, release)
        .with(
            curve,
            risks.curves(lastStep().membership()),
            new SubgroupFidelity(cohort, contract, sites).of(release));
  }

  /** What would help a run that is not certified. */
  public List<String> advice(SyntheticModel model, List<GateResult> gates, Acceptance acceptance) {
    return model
        .screened()
        .map(
            screened ->
                new Advisor(
                        cohort,
                        contract,
                        screened,
                        (patients, latents, pairs) ->
                            SizeGate.holds(tier, patients, latents, pairs),
                        audit.ladder().stream()
                            .map(step -> new AuditedScreen(step.kappa(), step.strongest()))
                            .toList(),
                        acceptance.rates().getOrDefault(SHARED, 1.0),
                        tier.kMap())
                    .of(gates))
        .orElse(List.of());
  }

  private LadderStep lastStep() {
    List<LadderStep> ladder = audit.ladder();
    return ladder.get(ladder.size() - 1);
  }

  /** Whether controls ran and no gate missed one that the cohort shows. */
  public boolean controlsCaught() {
    return !controls.isEmpty() && controls.stream().allMatch(c -> c.faults().isEmpty());
  }

  /** The ladder as texts and numbers. */
  public List<Map<String, Object>> ladder() {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (LadderStep step : audit.ladder()) {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("kappa", step.kappa());
      line.put("strongestAuc", step.strongest());
      line.put("passed", step.isPassed());
      steps.add(line);
    }
    return steps;
  }

  /** What became of the controls. */
  public List<ControlResult> controls() {
    return List.copyOf(controls);
  }
}
