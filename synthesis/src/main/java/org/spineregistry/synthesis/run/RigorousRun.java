package org.spineregistry.synthesis.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spineregistry.synthesis.advice.FitAdvice;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.classic.ClassicSynthesizer;
import org.spineregistry.synthesis.copula.StepCopula;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.OverallVerdict;
import org.spineregistry.synthesis.model.Acceptance;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.model.SampledRows;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.model.SyntheticModel;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.published.PublishedProfile;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.report.LearningCurve;
import org.spineregistry.synthesis.report.ReportFigures;
import org.spineregistry.synthesis.reported.NeverDeciding;
import org.spineregistry.synthesis.rigorous.RigorousJudgement;
import org.spineregistry.synthesis.rigorous.RigorousProfile;
import org.spineregistry.synthesis.rigorous.Tier;
import org.spineregistry.synthesis.run.ProgressListener.Stage;
import org.spineregistry.synthesis.table.Table;

/** Profile {@code rigorous}: the step copula, its ladder, its gates and its controls. */
final class RigorousRun {
  /** The verdict is told by whoever has written the files. */
  private static final String JUDGED = "every gate is judged";

  private static final double PREPARED = 0.02;
  private static final double AUDITED = 0.60;
  private static final double GENERATED = 0.65;
  private static final double CONTROLLED = 0.75;
  private static final double MEASURED = 0.85;

  private final RunSettings settings;
  private final Tier tier;
  private final Cohort cohort;
  private final Seed seed;
  private final ProgressListener progress;

  RigorousRun(
      RunSettings settings, Tier tier, Cohort cohort, Seed seed, ProgressListener progress) {
    this.settings = settings;
    this.tier = tier;
    this.cohort = cohort;
    this.seed = seed;
    this.progress = progress;
  }

  /** A cohort to which no model can be fitted is refused: that is a verdict, not a failure. */
  RunResult execute(Workers workers) {
    try {
      return run(workers);
    } catch (FitException notFitted) {
      progress.report(Stage.DONE, 1, JUDGED);
      return refused(notFitted);
    }
  }

  private RunResult refused(FitException notFitted) {
    GateResult gate =
        GateResult.atMost(
            "G0-fit",
            "Reasons why no model can be fitted to the cohort",
            1,
            0,
            notFitted.getMessage());
    return new RunResult(
        List.of(),
        List.of(gate),
        OverallVerdict.REFUSED,
        Outcome.REFUSED,
        settings.profile(),
        EngineInfo.of(settings.model()),
        Map.of("tier", tier.name(), "sizes", settings.sizes()),
        RigorousProfile.NOTES,
        seed.sha256(),
        List.of(),
        new FitAdvice(cohort.table(), cohort.contract(), tier.kMap()).of(notFitted.kept()),
        ReportFigures.none());
  }

  private RunResult run(Workers workers) {
    progress.report(Stage.FIT, 0, "preparing the cohort of " + cohort.table().rows());
    RigorousJudgement judgement =
        workers.one(
            () ->
                new RigorousJudgement(
                    tier,
                    cohort.table(),
                    cohort.contract(),
                    cohort.sites(),
                    settings.repeats(),
                    settings.folds(),
                    seed,
                    settings.releaseRows()));
    double kappa =
        judgement.climb(this::model, settings.model() != ModelKind.CLASSIC, workers, this::audited);
    progress.report(Stage.GENERATE, AUDITED, "fitting and generating the release");
    SyntheticModel model = workers.one(() -> model(kappa).fit(cohort.table(), "fit/release"));
    List<SampledRows> samples = generate(model, workers);
    List<Table> tables = samples.stream().map(SampledRows::table).toList();
    progress.report(Stage.CONTROLS, GENERATED, "running the built-in controls");
    judgement.control(model(kappa), workers);
    progress.report(Stage.GATES, CONTROLLED, "measuring utility");
    List<ReplicateEvidence> evidence = judgement.measure(model(kappa), workers);
    Optional<LearningCurve> curve = judgement.learn(model(kappa), evidence, workers);
    progress.report(Stage.GATES, MEASURED, "running gates");
    Table release = Table.concatenate(tables);
    List<Dataset> datasets = write(tables, workers);
    List<GateResult> gates =
        new ArrayList<>(judgement.gates(model, release, evidence, curve, workers));
    gates.add(reproduced(kappa, datasets, workers));
    Outcome outcome = Outcome.of(gates, judgement.controlsCaught());
    List<String> advice = judgement.advice(model, gates, acceptance(samples));
    gates.addAll(
        NeverDeciding.gates(
            PublishedProfile.NAME + ":gates", () -> published(tables, evidence, workers)));
    ReportFigures figures = workers.one(() -> judgement.figures(release, curve));
    progress.report(Stage.DONE, 1, JUDGED);
    return new RunResult(
        datasets,
        gates,
        outcome.verdict(),
        outcome,
        settings.profile(),
        EngineInfo.of(settings.model()),
        parameters(model, judgement, samples, kappa),
        RigorousProfile.NOTES,
        seed.sha256(),
        judgement.controls(),
        advice,
        figures);
  }

  /** R1: the release once more from the cohort and the seed, byte by byte. */
  private GateResult reproduced(double kappa, List<Dataset> datasets, Workers workers) {
    List<Dataset> repeated =
        new Repetition(model(kappa), settings.sizes()).of(cohort.table(), workers);
    int different = 0;
    for (int i = 0; i < datasets.size(); i++) {
      different += datasets.get(i).sha256().equals(repeated.get(i).sha256()) ? 0 : 1;
    }
    return GateResult.atMost(
        "R1",
        "Datasets that differ when the same cohort and seed are run again",
        different,
        0,
        "fitted and generated twice in this run");
  }

  private Synthesizer model(double kappa) {
    return settings.model() == ModelKind.CLASSIC
        ? new ClassicSynthesizer(settings.options(), seed)
        : new StepCopula(StepOptions.of(tier.kMap(), kappa), cohort.contract(), seed);
  }

  private void audited(double kappa, int replicates) {
    int all = settings.repeats() * settings.folds();
    progress.report(
        Stage.AUDIT,
        PREPARED + (AUDITED - PREPARED) * replicates / all,
        "audited " + replicates + " of " + all + " models at kappa " + kappa);
  }

  private List<SampledRows> generate(SyntheticModel model, Workers workers) {
    List<Callable<SampledRows>> tasks = new ArrayList<>();
    for (int size : settings.sizes()) {
      tasks.add(() -> model.sample(size, "release/" + size));
    }
    return workers.all(tasks, count -> {});
  }

  private static List<Dataset> write(List<Table> tables, Workers workers) {
    List<Callable<Dataset>> tasks = new ArrayList<>();
    for (Table table : tables) {
      tasks.add(() -> Dataset.of(table));
    }
    return workers.all(tasks, count -> {});
  }

  /** The published gates beside the profile: shown, never deciding. */
  private List<GateResult> published(
      List<Table> tables, List<ReplicateEvidence> evidence, Workers workers) {
    return new PublishedProfile(seed, settings.quasiIdentifierBands())
        .judge(cohort.table(), tables, evidence, workers, percent -> {}).stream()
            .map(gate -> gate.beside(PublishedProfile.NAME))
            .toList();
  }

  private static Acceptance acceptance(List<SampledRows> samples) {
    return samples.stream()
        .map(SampledRows::acceptance)
        .reduce(Acceptance.all(0), Acceptance::plus);
  }

  private Map<String, Object> parameters(
      SyntheticModel model, RigorousJudgement judgement, List<SampledRows> samples, double kappa) {
    Map<String, Object> parameters = new LinkedHashMap<>(model.parameters());
    parameters.put("tier", tier.name());
    parameters.put("kappaUsed", kappa);
    parameters.put("ladder", judgement.ladder());
    parameters.put(
        "controls",
        judgement.controls().stream()
            .map(
                control ->
                    Map.of(
                        "name", control.name(),
                        "expected", control.mustFail(),
                        "missed", control.missed()))
            .toList());
    parameters.put("acceptance", acceptance(samples).rates());
    parameters.put("sizes", settings.sizes());
    parameters.put("auditRepeats", settings.repeats());
    parameters.put("auditFolds", settings.folds());
    parameters.put("auditRows", settings.releaseRows());
    return parameters;
  }
}
