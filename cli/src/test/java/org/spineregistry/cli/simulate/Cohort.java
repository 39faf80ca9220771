package org.spineregistry.cli.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.random.Seed;

/** A simulated cohort as the tests see it: the cells of its file, and statistics over them. */
record Cohort(DataDictionary dictionary, List<Map<String, String>> rows) {
  static final String SEED = "07".repeat(32);

  static Cohort of(String campaign, int size) {
    return of(campaign, size, SEED);
  }

  static Cohort of(String campaign, int size, String seed) {
    DataDictionary dictionary = Campaigns.fromClasspath().byId(campaign).orElseThrow();
    String csv =
        new CohortCsv(dictionary).of(SimulatedCohort.of(dictionary, size, Seed.ofHex(seed)));
    List<String> lines = csv.lines().toList();
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      IntStream.range(0, names.length).forEach(i -> row.put(names[i], cells[i]));
      rows.add(row);
    }
    return new Cohort(dictionary, rows);
  }

  Cohort where(Predicate<Map<String, String>> condition) {
    return new Cohort(dictionary, rows.stream().filter(condition).toList());
  }

  /** Share of rows that hold a condition. */
  double share(Predicate<Map<String, String>> condition) {
    return (double) rows.stream().filter(condition).count() / rows.size();
  }

  double missing(String variable) {
    return share(row -> row.get(variable).isEmpty());
  }

  double mean(String variable) {
    return filled(variable).numbers(variable).average().orElseThrow();
  }

  double sd(String variable) {
    double mean = mean(variable);
    return Math.sqrt(
        filled(variable)
            .numbers(variable)
            .map(x -> (x - mean) * (x - mean))
            .average()
            .orElseThrow());
  }

  /** Pearson correlation over the rows that have both. */
  double correlation(String one, String other) {
    Cohort both = filled(one).filled(other);
    return pearson(both.numbers(one).toArray(), both.numbers(other).toArray());
  }

  /** Spearman correlation, ties in the middle. */
  double rankCorrelation(String one, String other) {
    Cohort both = filled(one).filled(other);
    return pearson(ranks(both.numbers(one).toArray()), ranks(both.numbers(other).toArray()));
  }

  Cohort filled(String variable) {
    return where(row -> !row.get(variable).isEmpty());
  }

  private DoubleStream numbers(String variable) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(variable)));
  }

  private static double[] ranks(double[] x) {
    double[] ranks = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      for (double other : x) {
        ranks[i] += other < x[i] ? 1 : other == x[i] ? 0.5 : 0;
      }
    }
    return ranks;
  }

  private static double pearson(double[] x, double[] y) {
    double mx = Arrays.stream(x).average().orElseThrow();
    double my = Arrays.stream(y).average().orElseThrow();
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mx) * (y[i] - my);
      xx += (x[i] - mx) * (x[i] - mx);
      yy += (y[i] - my) * (y[i] - my);
    }
    return xy / Math.sqrt(xx * yy);
  }
}
