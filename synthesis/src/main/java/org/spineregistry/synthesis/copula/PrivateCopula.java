package org.spineregistry.synthesis.copula;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.linear.Cholesky;
import org.spineregistry.synthesis.linear.NearestCorrelation;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.model.ScreenedPairs;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.privacy.IntegerNoise;
import org.spineregistry.synthesis.privacy.PrivacyBudget;
import org.spineregistry.synthesis.privacy.PrivacyLabel;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.verify.OfflineVerifier;

/**
 * A Gaussian copula with differential privacy: noisy marginals and noisy correlations, all else
 * computed from them (Li, Xiong and Jiang 2014, EDBT, "Differentially private synthesization of
 * multi-dimensional data using copula functions"; here with normal scores in the place of Kendall's
 * tau and with zero-concentrated accounting). Half of the budget goes to the counts of all columns,
 * first in even parts of each range and then in parts that follow from these, half to the
 * correlations.
 *
 * <p>Only the declared schema says what a column can hold. What the step copula reads from the
 * patients besides, such as which gaps imply others or which quasi-identifiers enough of them
 * share, is not read: each column goes missing by itself, its indicator correlated with the rest.
 *
 * @param budget of the fit
 * @param kappa evidence that a pair needs, in standard errors of sampling and noise together
 * @param contract what every row must keep; rules and derived values come from the schema
 * @param seed of the run; who has it can take the noise away
 */
public record PrivateCopula(PrivacyBudget budget, double kappa, Contract contract, Seed seed)
    implements Synthesizer {
  /** Name in documents. */
  public static final String NAME = "private-copula";

  /** Fewer patients give noise (specification, P8). */
  public static final int LEAST_PATIENTS = 5000;

  /** Parts of the budget: for counts of even parts, for those that follow, for correlations. */
  private static final double COARSE = 0.125;

  private static final double COUNTS = 0.375;
  private static final double CORRELATIONS = 0.5;

  /**
   * Scores are scaled down to the squared length that is expected and so many standard deviations
   * of it, if columns were independent: of a longer patient the correlations would be too small, of
   * a longer bound their noise too large.
   */
  private static final double ROOM = 3;

  private static final double TYPICAL_RESOLUTION = 0.9;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public StepModel fit(Table cohort, String label) {
    require(cohort);
    String purpose = "privacy/" + label + "/" + fingerprint(cohort);
    PrivateColumn[] columns = columns(cohort, part -> seed.stream(purpose + "/" + part));
    PrivateLatents latents = PrivateLatents.of(cohort, columns);
    if (latents.size() == 0) {
      throw new FitException(
          "a differentially private fit needs a column whose values differ: after the noise there is"
              + " none");
    }
    double length = Math.sqrt(room(latents.size()) * latents.expectedSquares());
    PrivateMoments moments =
        PrivateMoments.of(
            latents.scores(), length, budget, CORRELATIONS, seed.stream(purpose + "/moments"));
    PrivateScreen screen = PrivateScreen.of(latents, moments, kappa);
    NearestCorrelation repaired = NearestCorrelation.of(screen.matrix(), latents.weights());
    ColumnUnit[] units = latents.units();
    ModelParts parts =
        new ModelParts(
            cohort.columns(),
            cohort.columns().stream().map(Column::levels).toList(),
            units,
            latents.latentOfColumn(),
            List.of(),
            latents.blocks(),
            new RowChecks(cohort.columns(), units, contract, null, 0),
            new Selection(cohort, units, StepOptions.K),
            repaired.matrix(),
            Cholesky.lower(repaired.matrix()));
    PrivacyLabel privacy =
        new PrivacyLabel(
            budget,
            Map.of("coarseCounts", COARSE, "counts", COUNTS, "correlations", CORRELATIONS),
            cohort.rows(),
            counted(cohort).size(),
            countDeviation(cohort, COARSE),
            countDeviation(cohort, COUNTS),
            moments.deviation(),
            moments.deviation() / cohort.rows(),
            cohort.columns().stream().filter(Column::isOpen).map(Column::name).toList());
    return new StepModel(
        parts,
        parameters(privacy, latents, screen, repaired),
        screen.kept(),
        new ScreenedPairs(latents.owners(), screen.pairs()),
        privacy,
        seed);
  }

  /**
   * Names all that the published numbers depend on, so that no two fits share their noise unless
   * they are the same: the same noise on two cohorts would tell their difference, and at two
   * strengths it would cancel.
   */
  private String fingerprint(Table cohort) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes((budget + "/" + kappa + "/").getBytes(StandardCharsets.UTF_8));
    for (Column column : cohort.columns()) {
      String bounds = column.minimum() + "/" + column.maximum() + "/" + column.decimals();
      String line = column.name() + "/" + isDerived(column) + "/" + bounds + "/" + column.levels();
      all.writeBytes(line.getBytes(StandardCharsets.UTF_8));
    }
    all.writeBytes(CsvWriter.write(cohort));
    return OfflineVerifier.sha256(all.toByteArray());
  }

  private static double room(int latents) {
    return 1 + ROOM * Math.sqrt(2.0 / latents);
  }

  /** Columns that are counted, one after the other; null for a derived one. */
  private PrivateColumn[] columns(Table cohort, Function<String, RandomStream> secret) {
    IntegerNoise coarse = new IntegerNoise(secret.apply("coarse"), countDeviation(cohort, COARSE));
    IntegerNoise fine = new IntegerNoise(secret.apply("fine"), countDeviation(cohort, COUNTS));
    PrivateColumn[] columns = new PrivateColumn[cohort.columns().size()];
    for (int c = 0; c < columns.length; c++) {
      Column column = cohort.columns().get(c);
      if (column.isOpen()) {
        columns[c] = PrivateColumn.empty();
      } else if (!isDerived(column)) {
        columns[c] = PrivateColumn.of(cohort, c, coarse, fine);
      }
    }
    return columns;
  }

  /** One patient moves two counts of each column. */
  private double countDeviation(Table cohort, double part) {
    return budget.deviation(Math.sqrt(2.0 * counted(cohort).size()), part);
  }

  private List<Column> counted(Table cohort) {
    return cohort.columns().stream()
        .filter(column -> !isDerived(column) && !column.isOpen())
        .toList();
  }

  private boolean isDerived(Column column) {
    return contract.derived().names().contains(column.name());
  }

  /**
   * @throws FitException if the cohort is too small, or its schema leaves to the data what they
   *     hold
   */
  private void require(Table cohort) {
    if (cohort.rows() < LEAST_PATIENTS) {
      int p = counted(cohort).size();
      double squares = room(p) * p * TYPICAL_RESOLUTION;
      throw new FitException(
          String.format(
              Locale.ROOT,
              "a differentially private fit needs %,d patients or more, here are %,d: with epsilon %s"
                  + " the noise of every correlation would have a standard deviation of about %.2f, and"
                  + " that of every count one of %.0f patients, so that the rows would be noise; fit"
                  + " without epsilon, and release only what the privacy gates allow",
              LEAST_PATIENTS,
              cohort.rows(),
              Double.toString(budget.epsilon()).replaceAll("\\.0$", ""),
              budget.deviation(squares, CORRELATIONS) / cohort.rows(),
              countDeviation(cohort, COUNTS)));
    }
    List<String> problems = new ArrayList<>(PrivateColumn.unbounded(counted(cohort)));
    contract
        .timeToEvent()
        .forEach(
            pair -> problems.add(pair.time() + ": a time to an event cannot be fitted privately"));
    if (!problems.isEmpty()) {
      throw new FitException(
          "a differentially private fit knows only the schema: " + String.join("; ", problems));
    }
  }

  private static Map<String, Object> parameters(
      PrivacyLabel privacy,
      PrivateLatents latents,
      PrivateScreen screen,
      NearestCorrelation repaired) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("model", NAME);
    parameters.put("differentialPrivacy", privacy.toFields());
    parameters.put("latents", latents.owners().size());
    parameters.put("keptPairs", screen.kept());
    parameters.put("largestRepair", repaired.largestChange());
    return parameters;
  }
}
