package org.spineregistry.cli.certify;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.schema.CsvProblems;
import org.spineregistry.cli.schema.LongCells;
import org.spineregistry.synthesis.cohort.CohortLayout;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.cohort.CsvProblemsException;
import org.spineregistry.synthesis.dataset.DatasetFile;
import org.spineregistry.synthesis.evaluation.Evaluation;
import org.spineregistry.synthesis.evaluation.EvaluationInput;
import org.spineregistry.synthesis.evaluation.EvaluationResult;
import org.spineregistry.synthesis.evaluation.EvaluationSettings;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.release.EvaluationReport;
import org.spineregistry.synthesis.rigorous.Tier;
import org.spineregistry.synthesis.run.Outcome;
import org.spineregistry.synthesis.run.ProgressListener.Stage;
import org.spineregistry.synthesis.table.Table;

/** One evaluation from three files to a folder. */
final class EvaluateRun {
  private final CohortSource source;
  private final Tier tier;
  private final boolean promisesK;
  private final Seed seed;
  private final PrintWriter out;

  EvaluateRun(CohortSource source, Tier tier, boolean promisesK, Seed seed, PrintWriter out) {
    this.source = source;
    this.tier = tier;
    this.promisesK = promisesK;
    this.seed = seed;
    this.out = out;
  }

  Outcome run(Path real, Path holdout, Path synthetic, Path folder) {
    byte[] training = InputFile.read(real);
    byte[] made = InputFile.read(synthetic);
    byte[] aside = InputFile.read(holdout);
    SourceLayout layout =
        source.isInferred()
            ? source.layout(JoinedFiles.of(training, aside)).opened()
            : source.layout(training);
    List<String> problems = new ArrayList<>();
    EvaluationInput input =
        input(
            table(real, training, layout.layout(), problems),
            table(holdout, aside, layout.layout(), problems),
            table(synthetic, made, layout.layout(), problems),
            layout,
            problems);
    String shared = shared(input);
    OutDirectory release = OutDirectory.create(folder);
    layout.leftOut().ifPresent(out::println);
    LongCells.warnings(real, training).forEach(out::println);
    LongCells.warnings(holdout, aside).forEach(out::println);
    LongCells.warnings(synthetic, made).forEach(out::println);
    out.print(shared);
    EvaluationResult result = evaluate(input);
    DatasetFile judged =
        DatasetFile.of(
            synthetic.getFileName().toString(), DatasetFile.CSV, input.synthetic().rows(), made);
    EvaluationReport.files(result, input, real.getFileName().toString(), judged)
        .forEach(file -> release.write(file.name(), file.bytes()));
    release.finish();
    tell(result, release.path());
    return result.outcome();
  }

  private static Table table(Path file, byte[] bytes, CohortLayout layout, List<String> problems) {
    try {
      return CsvCohort.read(bytes, layout).table();
    } catch (CsvProblemsException e) {
      CsvProblems.of(e).problems().forEach(line -> problems.add(file.getFileName() + ", " + line));
      return null;
    }
  }

  private static EvaluationInput input(
      Table training, Table holdout, Table synthetic, SourceLayout layout, List<String> problems) {
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
    try {
      return new EvaluationInput(training, holdout, synthetic, layout.contract());
    } catch (IllegalArgumentException e) {
      throw UserProblem.input(e.getMessage());
    }
  }

  /**
   * What tables share that must not: a sentence on some rows, empty for none.
   *
   * @throws UserProblem when two of them are the same, in whatever order
   */
  private static String shared(EvaluationInput input) {
    RowLines training = RowLines.of(input.training());
    RowLines aside = RowLines.of(input.holdout());
    if (training.equals(aside)) {
      throw UserProblem.input(
          "--holdout: is the same as --real; patients that the generator never saw are needed");
    }
    if (RowLines.of(input.synthetic()).equals(aside)) {
      throw UserProblem.input(
          "--synthetic: is the same as --holdout; patients are no synthetic rows, and rows that were made"
              + " do not show what the generator never saw");
    }
    long rows = aside.sharedWith(training);
    return rows == 0
        ? ""
        : "Of the patients kept aside %d of %d look like one of the fit in every column; if they are the same, attacks seem weaker than they are.%n"
            .formatted(rows, input.holdout().rows());
  }

  private EvaluationResult evaluate(EvaluationInput input) {
    out.println(
        String.format(
            Locale.ROOT,
            "%,d patients of the fit, %,d kept aside, %,d synthetic rows, %d variables; bounds %s; expect %s.",
            input.training().rows(),
            input.holdout().rows(),
            input.synthetic().rows(),
            input.training().columns().size(),
            tier,
            Estimate.of(input).requireMemory().text()));
    RunProgress progress = new RunProgress(out, Boolean.getBoolean("spine.terminal"));
    try (Workers workers = LocalWorkers.open()) {
      return Evaluation.of(
          input,
          new EvaluationSettings(tier, promisesK, true, Map.of()),
          seed,
          workers,
          percent -> progress.report(stage(percent), percent / 100.0, message(percent)));
    }
  }

  private static Stage stage(int percent) {
    return percent < 100 ? Stage.GATES : Stage.DONE;
  }

  /** Lines elsewhere than on a terminal come one for each tenth. */
  private static String message(int percent) {
    return percent < 100
        ? "controls, attacks and gates, from " + percent / 10 * 10 + " %"
        : "judged";
  }

  private void tell(EvaluationResult result, Path folder) {
    GateCount gates = GateCount.of(result.gates());
    out.println();
    out.println(
        switch (result.outcome()) {
          case CERTIFIED ->
              "PASSED: all " + gates.deciding() + " deciding gates. This is no certificate.";
          case REFUSED -> "FAILED: " + gates.failures() + ".";
          case NOT_CERTIFIABLE ->
              "NOT CERTIFIABLE: "
                  + gates.open()
                  + " of "
                  + gates.deciding()
                  + " deciding gates cannot be settled with tables of this size.";
          case ENGINE_FAULT -> "ENGINE FAULT: a built-in control was not caught.";
        });
    out.println();
    out.print(GateLines.of(result.gates()));
    result.gates().stream()
        .filter(gate -> gate.id().equals("G0-repeated") && gate.value() > 0)
        .forEach(gate -> out.println("Rows that equal an earlier one: " + gate.detail() + "."));
    out.println();
    out.println("Report: " + folder.resolve("report.html"));
    out.flush();
  }
}
