package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import org.spineregistry.synthesis.audit.Audit;
import org.spineregistry.synthesis.audit.PredictionTask;
import org.spineregistry.synthesis.audit.Replicate;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.audit.ReplicateRelease;
import org.spineregistry.synthesis.audit.RiskProbe;
import org.spineregistry.synthesis.control.Faults;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.table.Table;

/**
 * The built-in controls: releases with a known fault, made from the members of the first replicate,
 * that the gates must see. A gate that lets one pass has no power, and nothing may be certified by
 * it.
 */
public final class Controls {
  private static final double NOISE = 0.05;

  private final Tier tier;
  private final Table cohort;
  private final Replicate replicate;
  private final Table members;
  private final FidelityJudge judge;
  private final RiskProbe probe;
  private final Audit audit;
  private final Seed seed;
  private final Faults faults;
  private final int rows;

  /**
   * @param cohort all patients, members and strangers
   * @param replicate who is a member
   * @param judge prepared for the patients that the fidelity of a control is judged by
   * @param probe prepared for the cohort
   * @param audit of the cohort
   * @param rows of each control
   */
  public Controls(
      Tier tier,
      Table cohort,
      Replicate replicate,
      FidelityJudge judge,
      RiskProbe probe,
      Audit audit,
      Seed seed,
      int rows) {
    this.tier = tier;
    this.cohort = cohort;
    this.replicate = replicate;
    this.members = cohort.select(replicate.members());
    this.judge = judge;
    this.probe = probe;
    this.audit = audit;
    this.seed = seed;
    this.faults = new Faults(members, seed.stream("control"));
    this.rows = rows;
  }

  /** One task for each control that the cohort allows; empty when it turns out not to. */
  public List<Callable<Optional<ControlResult>>> tasks() {
    List<Callable<Optional<ControlResult>>> tasks = new ArrayList<>();
    tasks.add(
        () ->
            Optional.of(
                privacy(
                    "copy",
                    "Rows of patients, drawn with replacement.",
                    faults.copies(rows),
                    List.of("P1", "P2", "P3"))));
    tasks.add(
        () ->
            Optional.of(
                privacy(
                    "copy with noise",
                    "The same, each number moved by 5 % of its standard deviation.",
                    faults.noisyCopies(rows, NOISE),
                    List.of("P2", "P3"))));
    tasks.add(
        () ->
            Optional.of(
                fidelity(
                    "independent",
                    "Each column drawn on its own.",
                    faults.independentColumns(rows),
                    "F3",
                    release -> judge.noStructure(release.rows()))));
    cohort
        .primaryOutcome()
        .filter(column -> cohort.columns().get(column).isNumber())
        .filter(column -> ControlPower.varies(members, column))
        .ifPresent(
            outcome -> {
              Supplier<Table> copies = () -> faults.copies(rows);
              tasks.add(
                  () ->
                      Optional.of(
                          fidelity(
                              "collapsed",
                              "Copies whose primary outcome is the median in every row.",
                              Faults.collapsed(copies.get(), outcome),
                              "F1",
                              release -> judge.noShift(release, outcome))));
              tasks.add(
                  () ->
                      Optional.of(
                          fidelity(
                              "shifted",
                              "Copies whose primary outcome is one standard deviation too high.",
                              faults.shifted(copies.get(), outcome, 1),
                              "F1",
                              release -> judge.noShift(release, outcome))));
            });
    if (ControlPower.hasPatternOfGaps(members)) {
      tasks.add(
          () ->
              Optional.of(
                  fidelity(
                      "scattered",
                      "Copies whose missing cells were moved to random rows.",
                      faults.scattered(faults.copies(rows)),
                      "F4",
                      release -> judge.noScatter(members, release.rows()))));
    }
    PredictionTask.of(cohort).ifPresent(task -> tasks.add(() -> turned(task.outcome())));
    return tasks;
  }

  private ControlResult privacy(String name, String made, Table release, List<String> expected) {
    RiskJudge risks = new RiskJudge(tier, cohort, List.of(probe.attack(replicate, release)), seed);
    List<GateResult> gates = new ArrayList<>(risks.membership());
    gates.add(risks.closeness(release.rows()));
    gates.addAll(RiskJudge.copies(members, release));
    return result(
        name,
        made,
        expected,
        gates,
        missed -> CopyPower.of(cohort, replicate, release).powerless(tier, missed));
  }

  /**
   * @param noPower why this cohort does not show the fault; empty when it does
   */
  private ControlResult fidelity(
      String name,
      String made,
      Table release,
      String expected,
      Function<Table, Optional<String>> noPower) {
    return result(
        name,
        made,
        List.of(expected),
        judge.judge(release),
        missed -> noPower.apply(release).map(why -> Map.of(expected, why)).orElse(Map.of()));
  }

  /**
   * Independent columns will not do for the prediction: with few predictors, or many that say the
   * same, what was learned on them points the right way half of the time.
   */
  private Optional<ControlResult> turned(int outcome) {
    Table release = Faults.turned(faults.copies(rows), outcome);
    List<ReplicateEvidence> evidence =
        List.of(audit.measure(new ReplicateRelease(replicate, members, release)));
    GateResult utility =
        UtilityGates.prediction(tier, cohort, evidence, RiskJudge.bootstrap(seed, cohort));
    boolean informative = utility.verdict() != Verdict.NOT_CERTIFIABLE && utility.isDeciding();
    return informative
        ? Optional.of(
            result(
                "turned",
                "Copies whose primary outcome is turned around: high where it was low.",
                List.of("U1"),
                List.of(utility),
                missed ->
                    UtilityGates.noLoss(tier, cohort, evidence)
                        .map(why -> Map.of("U1", why))
                        .orElse(Map.of())))
        : Optional.empty();
  }

  /**
   * A gate sees a fault when one of its lines does not pass.
   *
   * @param powerless of the gates that missed it those that could not see it
   */
  private static ControlResult result(
      String name,
      String made,
      List<String> expected,
      List<GateResult> gates,
      Function<List<String>, Map<String, String>> powerless) {
    List<String> failed =
        expected.stream()
            .filter(
                family ->
                    gates.stream()
                        .filter(gate -> gate.isDeciding() && isOf(family, gate))
                        .anyMatch(gate -> gate.verdict() != Verdict.PASS))
            .toList();
    List<String> missed = expected.stream().filter(family -> !failed.contains(family)).toList();
    return new ControlResult(
        name, made, expected, failed, missed.isEmpty() ? Map.of() : powerless.apply(missed));
  }

  private static boolean isOf(String family, GateResult gate) {
    return gate.id().equals(family) || gate.id().startsWith(family + "-");
  }
}
