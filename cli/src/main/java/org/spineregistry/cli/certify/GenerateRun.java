package org.spineregistry.cli.certify;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.spineregistry.synthesis.fidelity.NumberFidelity;
import org.spineregistry.synthesis.fidelity.RealColumns;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.EuclideanEncoding;
import org.spineregistry.synthesis.metric.Neighbours;
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
    SourceCohort read = source.read(input, InputFile.read(input));
    CsvCohort cohort = read.cohort();
    int threads = Runtime.getRuntime().availableProcessors();
    try (Workers workers = new Workers(threads, () -> Thread.currentThread().isInterrupted())) {
      StepModel model =
          workers.one(() -> new StepCopula(options, read.contract(), seed).fit(cohort.table()));
      Conditions conditions = model.conditions(where, Set.of("caseId", "siteId"));
      OutDirectory release = OutDirectory.create(folder);
      List<Callable<String>> tasks = new ArrayList<>();
      for (int size : sizes) {
        tasks.add(
            () -> {
              String label = "generate/" + size;
              Table table =
                  balance == null
                      ? model.sample(size, label, conditions).table()
                      : model.balanced(size, label, balance, conditions).table();
              release.write("synthetic-" + size + ".csv", CsvWriter.write(table));
              return figures(cohort.table(), table);
            });
      }
      workers.all(tasks, done -> {}).forEach(out::println);
    } catch (ConditionsException e) {
      throw UserProblem.input(e.problems().stream().map(problem -> "--where: " + problem).toList());
    } catch (FitException e) {
      throw UserProblem.refused("refused: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw UserProblem.input("--balance: " + e.getMessage());
    }
    out.println("Not audited and not certified: keep these files as safe as the cohort.");
    out.flush();
  }

  private static String figures(Table cohort, Table table) {
    List<NumberFidelity> numbers = RealColumns.of(cohort).numbers(table);
    double mean = numbers.stream().mapToDouble(NumberFidelity::ks).average().orElse(0);
    double largest = numbers.stream().mapToDouble(NumberFidelity::ks).max().orElse(0);
    EuclideanEncoding encoding = EuclideanEncoding.of(cohort);
    EncodedRows patients = encoding.encode(cohort);
    Neighbours neighbours = Neighbours.of(encoding.encode(table), patients);
    return String.format(
        Locale.ROOT,
        "%,7d rows: KS distance mean %.3f, largest %.3f of %d numbers; distance to the nearest patient"
            + " over that to the second nearest, median %.3f",
        table.rows(),
        mean,
        largest,
        numbers.size(),
        medianRatio(neighbours));
  }

  private static double medianRatio(Neighbours neighbours) {
    double[] ratios = new double[neighbours.first().length];
    for (int row = 0; row < ratios.length; row++) {
      double second = neighbours.second()[row];
      ratios[row] = second > 0 ? neighbours.first()[row] / second : 1;
    }
    Arrays.sort(ratios);
    return ratios[ratios.length / 2];
  }
}
