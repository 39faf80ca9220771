package org.spineregistry.synthesis.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.spineregistry.synthesis.audit.Audit;
import org.spineregistry.synthesis.audit.Replicate;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.classic.ClassicCopula;
import org.spineregistry.synthesis.classic.ClassicModel;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.OverallVerdict;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.published.PublishedProfile;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.report.ReportFigures;
import org.spineregistry.synthesis.rigorous.Tier;
import org.spineregistry.synthesis.run.ProgressListener.Stage;
import org.spineregistry.synthesis.table.Table;

/**
 * One certification run: a model fitted on the whole cohort gives the datasets; models fitted on
 * parts of it give the evidence that the gates need. The same cohort, sites, settings and seed give
 * the same bytes and the same gate values, whatever the number of threads or the JVM.
 */
public final class CertificationRun {
  private static final double FITTED = 0.05;
  private static final double GENERATED = 0.10;
  private static final double AUDITED = 0.70;

  private final RunSettings settings;

  /**
   * @param settings checked when they were built
   */
  public CertificationRun(RunSettings settings) {
    this.settings = settings;
  }

  /**
   * Runs to the end.
   *
   * @param patients one row a patient
   * @param seed 32 secret bytes
   * @param progress hears each step, on this thread
   * @param cancelled asked several times a second, on this thread; true ends the run
   * @throws org.spineregistry.synthesis.parallel.CancelledException if the run was cancelled or
   *     this thread interrupted
   * @throws org.spineregistry.synthesis.model.FitException if a column has no fit
   * @throws IllegalArgumentException if the cohort is too small or the sites are not one a row
   */
  public RunResult execute(
      Cohort patients, Seed seed, ProgressListener progress, BooleanSupplier cancelled) {
    check(patients.table());
    try (Workers workers = new Workers(settings.threads(), cancelled)) {
      Optional<Tier> tier = EngineLimits.tier(settings.profile());
      return tier.isPresent()
          ? new RigorousRun(settings, tier.get(), patients, seed, progress).execute(workers)
          : published(patients.table(), patients.sites(), seed, progress, workers);
    }
  }

  private RunResult published(
      Table cohort, List<String> sites, Seed seed, ProgressListener progress, Workers workers) {
    progress.report(Stage.FIT, 0, "fitting the model on " + cohort.rows() + " patients");
    ClassicModel model =
        workers.one(() -> ClassicCopula.fit(cohort, settings.options(), seed, "fit/release"));
    progress.report(Stage.GENERATE, FITTED, "generating " + settings.releaseRows() + " rows");
    List<Table> tables = generate(model, workers);
    List<Dataset> datasets = write(tables, workers);
    List<ReplicateEvidence> audit = audit(cohort, sites, seed, workers, progress);
    List<GateResult> gates =
        new PublishedProfile(seed, settings.quasiIdentifierBands())
            .judge(
                cohort,
                tables,
                audit,
                workers,
                percent ->
                    progress.report(
                        Stage.GATES, AUDITED + (1 - AUDITED) * percent / 100, "running gates"));
    OverallVerdict verdict = OverallVerdict.of(gates, true);
    ReportFigures figures = workers.one(() -> ReportFigures.of(cohort, Table.concatenate(tables)));
    progress.report(Stage.DONE, 1, "every gate is judged");
    return new RunResult(
        datasets,
        gates,
        verdict,
        Outcome.of(gates, true),
        settings.profile(),
        EngineInfo.of(ModelKind.CLASSIC),
        parameters(model),
        PublishedProfile.NOTES,
        seed.sha256(),
        List.of(),
        List.of(),
        figures);
  }

  private void check(Table cohort) {
    if (cohort.rows() < settings.minimumCohort()) {
      throw new IllegalArgumentException(
          "A run needs at least "
              + settings.minimumCohort()
              + " patients, this cohort has "
              + cohort.rows());
    }
  }

  private List<Table> generate(ClassicModel model, Workers workers) {
    List<Callable<Table>> tasks = new ArrayList<>();
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

  private List<ReplicateEvidence> audit(
      Table cohort, List<String> sites, Seed seed, Workers workers, ProgressListener progress) {
    Audit audit =
        new Audit(
            cohort,
            (members, label) ->
                ClassicCopula.fit(members, settings.options(), seed, "fit/" + label)
                    .sample(settings.releaseRows(), label));
    List<Replicate> plan = Replicate.plan(sites, settings.repeats(), settings.folds(), seed);
    List<Callable<ReplicateEvidence>> tasks = new ArrayList<>();
    plan.forEach(replicate -> tasks.add(() -> audit.run(replicate)));
    progress.report(Stage.AUDIT, GENERATED, "auditing with " + plan.size() + " models");
    return workers.all(
        tasks,
        count ->
            progress.report(
                Stage.AUDIT,
                GENERATED + (AUDITED - GENERATED) * count / plan.size(),
                "audited " + count + " of " + plan.size() + " models"));
  }

  private Map<String, Object> parameters(ClassicModel model) {
    Map<String, Object> parameters = new LinkedHashMap<>(model.parameters().toMap());
    parameters.put("sizes", settings.sizes());
    parameters.put("auditRepeats", settings.repeats());
    parameters.put("auditFolds", settings.folds());
    parameters.put("auditRows", settings.releaseRows());
    parameters.put("quasiIdentifierBands", settings.quasiIdentifierBands());
    return parameters;
  }
}
