package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.contract.Regression;
import org.spineregistry.synthesis.linear.Cholesky;
import org.spineregistry.synthesis.linear.NearestCorrelation;
import org.spineregistry.synthesis.metric.KMap;
import org.spineregistry.synthesis.model.ScreenedPairs;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * Fits the step copula: quantile tables and steps for the marginals, latent correlations corrected
 * for attenuation (Plackett 1954, Olsson 1979), an evidence screen, the nearest correlation matrix
 * (Higham 2002), and latent indicators for blocks of missing cells. A time and what ended it are
 * one variable with a latent time for each status. Nothing is imputed.
 *
 * @param options of the fit
 * @param contract what every row must keep
 * @param seed of the run
 */
public record StepCopula(StepOptions options, Contract contract, Seed seed) implements Synthesizer {
  /** Name in policies and certificates. */
  public static final String NAME = "step-copula";

  @Override
  public String name() {
    return NAME;
  }

  /** The fit needs no random numbers, so that the label does not matter. */
  @Override
  public StepModel fit(Table cohort, String label) {
    return fit(cohort);
  }

  /** See {@link #fit(Table, String)}. */
  public StepModel fit(Table cohort) {
    LatentLayout layout = LatentLayout.of(cohort, contract, options.k());
    Screen screen = Screen.of(layout.scored(), strictness(cohort, layout));
    shrink(screen.matrix());
    NearestCorrelation repaired = NearestCorrelation.of(screen.matrix(), layout.weights());
    ModelParts parts =
        new ModelParts(
            cohort.columns(),
            layout.levels(),
            layout.units(),
            layout.latentOfColumn(),
            layout.pairs(),
            layout.blocks(),
            new RowChecks(cohort.columns(), layout.units(), contract, kMap(cohort), options.kMap()),
            new Selection(cohort, layout.units(), options.k()),
            repaired.matrix(),
            Cholesky.lower(repaired.matrix()));
    Calibration calibration = Calibration.of(parts, cohort, seed);
    Map<String, Object> parameters = parameters(layout, screen, repaired);
    parameters.put("calibrationRounds", calibration.rounds());
    return new StepModel(
        calibration.parts(),
        parameters,
        screen.kept(),
        new ScreenedPairs(layout.ownerNames(), screen.pairs()),
        null,
        seed);
  }

  private KMap kMap(Table cohort) {
    List<Integer> quasiIdentifiers = cohort.withRole(ColumnRole.QUASI_IDENTIFIER);
    return quasiIdentifiers.isEmpty() || options.kMap() == 0
        ? null
        : KMap.of(cohort, quasiIdentifiers, contract.cuts());
  }

  private Screen.Strictness strictness(Table cohort, LatentLayout layout) {
    LatentOwners owners = layout.owners();
    int size = layout.scored().size();
    boolean[] outcome = owners.of(cohort.primaryOutcome().stream().toList(), size);
    boolean[] predictor = owners.of(cohort.withRole(ColumnRole.PREDICTOR), size);
    // who is lost is a predictor too: F4 asks whether drop-outs differ in their outcome
    for (BlockRule block : layout.blocks()) {
      if (block.latent() >= 0) {
        predictor[block.latent()] = true;
      }
    }
    List<boolean[][]> declared = new ArrayList<>();
    for (Regression regression : contract.regressions()) {
      declared.add(
          new boolean[][] {
            owners.of(positions(cohort, List.of(regression.target())), size),
            owners.of(positions(cohort, regression.predictors()), size)
          });
    }
    return (i, j) -> {
      if (owners.areOneVariable(i, j)) {
        return Double.POSITIVE_INFINITY;
      }
      boolean outcomePair =
          isPair(outcome, predictor, i, j)
              || declared.stream().anyMatch(pair -> isPair(pair[0], pair[1], i, j));
      return outcomePair ? options.kappaOutcome() : options.kappa();
    };
  }

  private static boolean isPair(boolean[] outcome, boolean[] predictor, int i, int j) {
    return (outcome[i] && predictor[j]) || (outcome[j] && predictor[i]);
  }

  private static List<Integer> positions(Table cohort, List<String> names) {
    List<String> all = cohort.columns().stream().map(Column::name).toList();
    return names.stream().map(all::indexOf).filter(column -> column >= 0).toList();
  }

  private void shrink(double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] *= i == j ? 1 : 1 - options.lambda();
      }
    }
  }

  private Map<String, Object> parameters(
      LatentLayout layout, Screen screen, NearestCorrelation repaired) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("k", options.k());
    parameters.put("kMap", options.kMap());
    parameters.put("kappa", options.kappa());
    parameters.put("kappaOutcome", options.kappaOutcome());
    parameters.put("lambda", options.lambda());
    parameters.put("latents", layout.scored().size());
    parameters.put("keptPairs", screen.kept());
    parameters.put("largestRepair", repaired.largestChange());
    // how many, never which: the name of a level that one patient has is a value of a patient
    Map<String, Integer> merged = new TreeMap<>();
    layout.merged().forEach((column, levels) -> merged.put(column, levels.size()));
    parameters.put("mergedLevels", merged);
    parameters.put("notModelled", layout.notModelled());
    parameters.put("missingBlocks", layout.blocks().size());
    List<String> derived = new ArrayList<>(contract.derived().names());
    parameters.put("derived", derived);
    if (!layout.pairs().isEmpty()) {
      parameters.put("timeToEvent", layout.pairNames());
    }
    return parameters;
  }
}
