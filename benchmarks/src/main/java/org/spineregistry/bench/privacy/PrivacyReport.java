package org.spineregistry.bench.privacy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.spineregistry.bench.cohort.BenchCohorts;
import org.spineregistry.bench.document.MarkedDocument;
import org.spineregistry.synthesis.copula.PrivateCopula;
import org.spineregistry.synthesis.copula.StepCopula;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.fidelity.MissingFidelity;
import org.spineregistry.synthesis.fidelity.MissingRate;
import org.spineregistry.synthesis.fidelity.NumberFidelity;
import org.spineregistry.synthesis.fidelity.RealColumns;
import org.spineregistry.synthesis.fidelity.StructureFidelity;
import org.spineregistry.synthesis.metric.SpearmanMatrix;
import org.spineregistry.synthesis.missing.MissingPattern;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.privacy.PrivacyBudget;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.run.Cohort;
import org.spineregistry.synthesis.table.Table;

/**
 * What differential privacy costs in fidelity, beside the fit without noise, on simulated cohorts;
 * writes the table of {@code docs/certify.md}.
 */
public final class PrivacyReport {
  private static final List<Integer> PATIENTS = List.of(5_000, 20_000);
  private static final double[] EPSILONS = {1, 3, 8};
  private static final double DELTA = 1e-6;
  private static final int SEEDS = 3;
  private static final int ROWS = 10_000;

  /** One fit. */
  private record Figures(double ks, StructureFidelity structure, double missing) {}

  private PrivacyReport() {}

  public static void main(String[] args) throws IOException {
    StringBuilder table = new StringBuilder();
    table.append(
        "| patients | epsilon | largest KS distance | mean Spearman error | slope | worst missing rate |\n");
    table.append("|---|---|---|---|---|---|\n");
    for (int patients : PATIENTS) {
      table.append(line(patients, Double.POSITIVE_INFINITY));
      for (double epsilon : EPSILONS) {
        table.append(line(patients, epsilon));
      }
    }
    System.out.print(table);
    new MarkedDocument(Path.of("docs", "certify.md")).replace("privacy", table.toString());
  }

  private static String line(int patients, double epsilon) {
    List<Figures> figures = new ArrayList<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      figures.add(figures(patients, epsilon, Seed.ofHex(String.format("%064x", seed))));
    }
    return String.format(
        Locale.ROOT,
        "| %,d | %s | %.3f | %.3f | %.2f | %.3f |%n",
        patients,
        Double.isInfinite(epsilon) ? "none, no noise" : String.format(Locale.ROOT, "%.0f", epsilon),
        median(figures, Figures::ks),
        median(figures, f -> f.structure().meanDifference()),
        median(figures, f -> f.structure().slope()),
        median(figures, Figures::missing));
  }

  private static Figures figures(int patients, double epsilon, Seed seed) {
    Cohort cohort = BenchCohorts.simulated("sacroiliac-fusion", patients, seed);
    Table real = cohort.table();
    Synthesizer copula =
        Double.isInfinite(epsilon)
            ? new StepCopula(StepOptions.of(0, 3), cohort.contract(), seed)
            : new PrivateCopula(new PrivacyBudget(epsilon, DELTA), 3, cohort.contract(), seed);
    Table rows = copula.fit(real, "bench").sample(ROWS, "bench").table();
    List<Integer> ordered = StructureFidelity.columns(real);
    // a private fit leaves a column empty whose levels only the patients tell
    List<Integer> told =
        IntStream.range(0, real.columns().size())
            .filter(c -> !real.columns().get(c).isOpen())
            .boxed()
            .toList();
    return new Figures(
        RealColumns.of(real).numbers(rows).stream().mapToDouble(NumberFidelity::ks).max().orElse(0),
        StructureFidelity.of(SpearmanMatrix.of(real, ordered), SpearmanMatrix.of(rows, ordered)),
        MissingFidelity.of(real, MissingPattern.of(real, told, StepOptions.K), rows)
            .rates()
            .stream()
            .mapToDouble(MissingRate::difference)
            .max()
            .orElse(0));
  }

  private static double median(List<Figures> figures, ToDoubleFunction<Figures> figure) {
    double[] sorted = figures.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
