package org.spineregistry.bench.gates;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.spineregistry.bench.cohort.BenchCohorts;
import org.spineregistry.bench.document.MarkedDocument;
import org.spineregistry.synthesis.control.PlantedFault;
import org.spineregistry.synthesis.evaluation.Evaluation;
import org.spineregistry.synthesis.evaluation.EvaluationSettings;
import org.spineregistry.synthesis.evaluation.FaultFinding;
import org.spineregistry.synthesis.evaluation.FaultTrial;
import org.spineregistry.synthesis.evaluation.FreshPatients;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.rigorous.Tier;
import org.spineregistry.synthesis.run.Cohort;

/**
 * Measures whether the gates find planted faults and leave fresh patients alone, and writes both
 * tables into docs/gates.md. The tables follow from the number of seeds alone.
 */
public final class GatesReport {
  private static final Path DOCUMENT = Path.of("docs", "gates.md");
  private static final String SIMULATED = "sacroiliac-fusion";
  private static final int SIMULATED_PATIENTS = 370;
  private static final int RELEASE_ROWS = 11_100;

  private final Workers workers;
  private final int seeds;
  private final int published;

  private GatesReport(Workers workers, int seeds, int published) {
    this.workers = workers;
    this.seeds = seeds;
    this.published = published;
  }

  /**
   * Arguments: seeds (default 20); how many of them also run the gates of the publication, which
   * take most of the time (default all); {@code fresh} or {@code faults} for one table alone.
   */
  public static void main(String[] args) throws IOException {
    int seeds = args.length > 0 ? Integer.parseInt(args[0]) : 20;
    int published = args.length > 1 ? Integer.parseInt(args[1]) : seeds;
    String part = args.length > 2 ? args[2] : "both";
    int threads = Runtime.getRuntime().availableProcessors();
    boolean enough;
    try (Workers workers = new Workers(threads, () -> false)) {
      GatesReport report = new GatesReport(workers, seeds, published);
      Cohort real = BenchCohorts.periodontal();
      boolean quiet = part.equals("faults") || report.fresh(real);
      enough = (part.equals("fresh") || report.faults(real)) && quiet;
    }
    if (!enough) {
      System.err.println("a fault was missed or a false alarm raised more often than allowed");
      System.exit(1);
    }
  }

  /** The attacks on secrets are left out, since no fault is found by them. */
  private boolean faults(Cohort real) throws IOException {
    FaultTally onReal = new FaultTally();
    FaultTally onSimulated = new FaultTally();
    for (int number = 1; number <= seeds; number++) {
      Seed seed = seed(number);
      onReal.add(trial(Tier.PUBLIC, real, seed, number));
      onSimulated.add(
          trial(
              Tier.CONTROLLED,
              BenchCohorts.simulated(SIMULATED, SIMULATED_PATIENTS, seed),
              seed,
              number));
      System.out.println("planted faults with seed " + number + " of " + seeds);
      new MarkedDocument(DOCUMENT).replace("faults", faults(onReal, onSimulated));
    }
    boolean found = true;
    for (PlantedFault fault : PlantedFault.values()) {
      found &=
          fault == PlantedFault.NONE || (onReal.isEnough(fault) && onSimulated.isEnough(fault));
    }
    return found;
  }

  /** Bounds and secrets: what is attacked decides how many patients an answer needs. */
  private boolean fresh(Cohort real) throws IOException {
    Cohort open = BenchCohorts.withoutSecrets(real);
    StringBuilder table =
        new StringBuilder(
            "| bounds | secrets | all F and P gates pass | no F or P gate fails | failed |"
                + " not certifiable | engine faults |\n|---|---|---|---|---|---|---|\n");
    boolean enough = true;
    for (Tier tier : List.of(Tier.CONTROLLED, Tier.PUBLIC)) {
      FreshTally none = fresh(tier, open);
      FreshTally declared = fresh(tier, real);
      table.append("| " + tier + " | none declared | " + none.cells() + " |\n");
      table.append("| " + tier + " | of the schema | " + declared.cells() + " |\n");
      enough &= tier != Tier.CONTROLLED || none.isEnough();
    }
    new MarkedDocument(DOCUMENT).replace("fresh", table.toString());
    return enough;
  }

  private FreshTally fresh(Tier tier, Cohort cohort) {
    FreshTally tally = new FreshTally();
    for (int number = 1; number <= seeds; number++) {
      Seed seed = seed(number);
      tally.add(
          Evaluation.of(
              FreshPatients.thirds(cohort.table(), cohort.contract(), seed),
              new EvaluationSettings(tier, false, false, Map.of()),
              seed,
              workers,
              percent -> {}));
    }
    return tally;
  }

  private List<FaultFinding> trial(Tier tier, Cohort cohort, Seed seed, int number) {
    return new FaultTrial(tier, BenchCohorts.withoutSecrets(cohort), seed, RELEASE_ROWS)
        .run(number <= published, workers);
  }

  private static String faults(FaultTally real, FaultTally simulated) {
    StringBuilder table =
        new StringBuilder(
            "| planted fault | gate that must fail | `opt.csv` | simulated | gates that failed on"
                + " `opt.csv` | on simulated | `published-2026` on `opt.csv` | on simulated"
                + " |\n|---|---|---|---|---|---|---|---|\n");
    for (PlantedFault fault : PlantedFault.values()) {
      boolean none = fault == PlantedFault.NONE;
      table.append(
          "| "
              + String.join(
                  " | ",
                  fault.title(),
                  none ? "none may" : fault.family(),
                  none ? "" : real.found(fault),
                  none ? "" : simulated.found(fault),
                  real.gates(fault),
                  simulated.gates(fault),
                  real.published(fault),
                  simulated.published(fault))
              + " |\n");
    }
    return table.toString();
  }

  private static Seed seed(int number) {
    byte[] bytes = new byte[Seed.BYTES];
    bytes[0] = (byte) number;
    return Seed.of(bytes);
  }
}
