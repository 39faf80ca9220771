package org.spineregistry.cli.certify;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.schema.CsvProblems;
import org.spineregistry.cli.schema.LongCells;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.condition.ConditionsException;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.copula.StepModel;
import org.spineregistry.synthesis.dataset.JsonFile;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.privacy.PrivacyLabel;
import org.spineregistry.synthesis.table.Table;

/** One generation from a file to a folder. */
final class GenerateRun {
  /** As many as a certification needs. */
  private static final int LEAST_PATIENTS = 20;

  /** Rows that one thread makes at once: few, so that all threads end together. */
  private static final int PART = 1000;

  private final Path input;
  private final CohortSource source;
  private final Fit fit;
  private final PrintWriter out;

  GenerateRun(Path input, CohortSource source, Fit fit, PrintWriter out) {
    this.input = input;
    this.source = source;
    this.fit = fit;
    this.out = out;
  }

  /** How a model is fitted. */
  interface Fit {
    /**
     * @throws FitException if the cohort does not allow it
     */
    StepModel of(Contract contract, Table cohort);
  }

  void run(List<Integer> sizes, String where, String balance, Path folder) {
    byte[] file = InputFile.read(input);
    SourceLayout read = source.layout(file);
    read.leftOut().ifPresent(out::println);
    CsvCohort cohort = CsvProblems.read(file, read.layout());
    if (cohort.table().rows() < LEAST_PATIENTS) {
      throw UserProblem.input(
          input
              + ": has "
              + cohort.table().rows()
              + " patients, a fit needs at least "
              + LEAST_PATIENTS);
    }
    LongCells.warnings(input, file).forEach(out::println);
    announce(cohort.table(), sizes);
    try (Workers workers = LocalWorkers.open()) {
      StepModel model = workers.one(() -> fit.of(read.contract(), cohort.table()));
      Conditions conditions = model.conditions(where, Set.of("caseId", "siteId"));
      OutDirectory.requireFree(folder);
      GenerateFigures figures = new GenerateFigures(cohort.table());
      List<List<Callable<GeneratedPart>>> tasks = new ArrayList<>();
      for (int size : sizes) {
        tasks.add(parts(model, size, conditions, balance, figures));
      }
      Iterator<GeneratedPart> done =
          workers.all(tasks.stream().flatMap(List::stream).toList(), count -> {}).iterator();
      OutDirectory release = OutDirectory.create(folder);
      for (int s = 0; s < sizes.size(); s++) {
        List<GeneratedPart> parts = tasks.get(s).stream().map(task -> done.next()).toList();
        release.write(
            "synthetic-" + sizes.get(s) + ".csv", parts.stream().map(GeneratedPart::csv).toList());
        out.println(figures.of(parts));
      }
      model.privacy().ifPresent(label -> tell(label, release));
      release.finish();
    } catch (ConditionsException e) {
      throw UserProblem.input(
          e.problems().stream().map(problem -> "--where, --balance: " + problem).toList());
    } catch (FitException e) {
      throw UserProblem.refused("refused: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw UserProblem.input("--balance: " + e.getMessage());
    }
    out.println("Not audited and not certified: keep these files as safe as the cohort.");
    out.flush();
  }

  private void announce(Table cohort, List<Integer> sizes) {
    long rows = sizes.stream().mapToLong(Integer::longValue).sum();
    Estimate estimate = Estimate.ofGeneration(cohort.rows(), cohort.columns().size(), rows);
    if (estimate.isLong()) {
      out.println("Expect " + estimate.text() + ".");
      out.flush();
    }
  }

  private void tell(PrivacyLabel label, OutDirectory release) {
    release.write("privacy.json", JsonFile.of(label.toFields()));
    out.printf(
        Locale.ROOT,
        "Differentially private: epsilon %s, delta %s, one of %,d patients replaced; the rows are covered,"
            + " the figures above are not. See privacy.json.%n",
        label.budget().epsilon(),
        label.budget().delta(),
        label.patients());
    if (!label.empty().isEmpty()) {
      out.println(
          "Empty, because the schema does not list their levels: "
              + String.join(", ", label.empty())
              + ".");
    }
  }

  /** What threads share: rows do not depend on each other, unless they are balanced. */
  private static List<Callable<GeneratedPart>> parts(
      StepModel model, int rows, Conditions conditions, String balance, GenerateFigures figures) {
    String label = "generate/" + rows;
    if (balance != null || !conditions.isEmpty()) {
      return List.of(
          () ->
              GeneratedPart.of(
                  balance == null
                      ? model.sample(rows, label, conditions).table()
                      : model.balanced(rows, label, balance, conditions).table(),
                  true,
                  figures));
    }
    List<Callable<GeneratedPart>> parts = new ArrayList<>();
    int count = (rows + PART - 1) / PART;
    for (int part = 0; part < count; part++) {
      int from = (int) ((long) rows * part / count);
      int to = (int) ((long) rows * (part + 1) / count);
      parts.add(() -> GeneratedPart.of(model.sample(from, to, label).table(), from == 0, figures));
    }
    return parts;
  }
}
