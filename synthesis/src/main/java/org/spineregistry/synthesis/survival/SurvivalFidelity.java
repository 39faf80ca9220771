package org.spineregistry.synthesis.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.metric.Chunks;
import org.spineregistry.synthesis.metric.CoefficientFidelity;
import org.spineregistry.synthesis.metric.Estimate;
import org.spineregistry.synthesis.metric.Quantiles;
import org.spineregistry.synthesis.table.Table;

/**
 * Whether a release keeps what a time to an event says in the cohort.
 *
 * @param largestDifference largest absolute difference of the two Kaplan-Meier functions as far as
 *     both are known
 * @param quartiles the functions at the quartiles of the cohort's event times; empty without events
 * @param logRank cohort against release
 * @param hazardRatios log hazard ratios of the declared predictors, cohort against chunks of the
 *     release with as many rows; those that the cohort cannot estimate are left out
 */
public record SurvivalFidelity(
    double largestDifference,
    List<QuartileSurvival> quartiles,
    LogRank logRank,
    List<CoefficientFidelity> hazardRatios) {
  private static final double[] QUARTILES = {0.25, 0.5, 0.75};

  public SurvivalFidelity {
    quartiles = List.copyOf(quartiles);
    hazardRatios = List.copyOf(hazardRatios);
  }

  /**
   * Shares that survive a time.
   *
   * @param share of the cohort's events up to that time
   */
  public record QuartileSurvival(double share, double time, double cohort, double release) {
    /** Release less cohort. */
    public double difference() {
      return release - cohort;
    }
  }

  /**
   * Compares a release with its cohort.
   *
   * @param cohort at least one row
   * @param release has the cohort's columns
   */
  public static SurvivalFidelity of(SurvivalTask task, Table cohort, Table release) {
    SurvivalTimes patients = SurvivalTimes.of(cohort, task.pair());
    SurvivalTimes synthetic = SurvivalTimes.of(release, task.pair());
    KaplanMeier real = KaplanMeier.of(patients);
    KaplanMeier other = KaplanMeier.of(synthetic);
    return new SurvivalFidelity(
        real.largestDifference(other),
        quartiles(KaplanMeier.eventTimes(patients), real, other),
        LogRank.of(patients, synthetic),
        hazardRatios(task, cohort, release));
  }

  /** Mean overlap of the intervals of the log hazard ratios; NaN without any. */
  public double meanOverlap() {
    return CoefficientFidelity.meanOverlap(hazardRatios);
  }

  /** Names of the significant hazard ratios whose direction is lost. */
  public List<String> lostSigns() {
    return CoefficientFidelity.lostSigns(hazardRatios);
  }

  private static List<QuartileSurvival> quartiles(
      double[] eventTimes, KaplanMeier real, KaplanMeier other) {
    List<QuartileSurvival> quartiles = new ArrayList<>();
    for (double share : QUARTILES) {
      if (eventTimes.length > 0) {
        double time = Quantiles.ofSorted(eventTimes, share);
        quartiles.add(new QuartileSurvival(share, time, real.at(time), other.at(time)));
      }
    }
    return quartiles;
  }

  private static List<CoefficientFidelity> hazardRatios(
      SurvivalTask task, Table cohort, Table release) {
    List<CoefficientFidelity> ratios = new ArrayList<>();
    List<String> names = task.encoding().names();
    Estimate[] real = estimates(task, cohort);
    List<Estimate[]> chunks =
        Chunks.of(release, cohort.rows()).stream().map(chunk -> estimates(task, chunk)).toList();
    for (int j = 0; j < real.length; j++) {
      if (real[j].interval() != null) {
        int term = j;
        ratios.add(
            CoefficientFidelity.of(
                names.get(j), real[j], chunks.stream().map(chunk -> chunk[term]).toList()));
      }
    }
    return ratios;
  }

  private static Estimate[] estimates(SurvivalTask task, Table table) {
    CoxModel model = task.fit(table);
    if (model != null) {
      return model.estimates();
    }
    Estimate[] none = new Estimate[task.encoding().names().size()];
    Arrays.fill(none, new Estimate(Double.NaN, null));
    return none;
  }
}
