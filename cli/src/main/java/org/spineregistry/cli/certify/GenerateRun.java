package org.spineregistry.cli.certify;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.condition.ConditionsException;
import org.spineregistry.synthesis.copula.StepCopula;
import org.spineregistry.synthesis.copula.StepModel;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

/** One generation from a file to a folder. */
final class GenerateRun {
  private final Path input;
  private final CohortSource source;
  private final StepOptions options;
  private final Seed seed;
  private final PrintWriter out;

  GenerateRun(Path input, CohortSource source, StepOptions options, Seed seed, PrintWriter out) {
    this.input = input;
    this.source = source;
    this.options = options;
    this.seed = seed;
    this.out = out;
  }

  void run(List<Integer> sizes, String where, String balance, Path folder) {
    byte[] file = InputFile.read(input);
    SourceLayout read = source.layout(file);
    CsvCohort cohort = CohortSource.read(file, read.layout());
    try (Workers workers = LocalWorkers.open()) {
      StepModel model =
          workers.one(() -> new StepCopula(options, read.contract(), seed).fit(cohort.table()));
      Conditions conditions = model.conditions(where, Set.of("caseId", "siteId"));
      OutDirectory release = OutDirectory.create(folder);
      List<Callable<Table>> tasks = new ArrayList<>();
      for (int size : sizes) {
        tasks.add(
            () -> {
              String label = "generate/" + size;
              Table table =
                  balance == null
                      ? model.sample(size, label, conditions).table()
                      : model.balanced(size, label, balance, conditions).table();
              release.write("synthetic-" + size + ".csv", CsvWriter.write(table));
              return table;
            });
      }
      List<Table> tables = workers.all(tasks, done -> {});
      GenerateFigures figures = new GenerateFigures(cohort.table());
      tables.forEach(table -> out.println(figures.of(table, workers)));
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
}
