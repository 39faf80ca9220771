package org.spineregistry.synthesis.attack;

import java.util.List;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Table;

/**
 * The two membership attacks that compare the release with patients whom the attacker knows: for
 * each target the cohort without the target's tenth. Built once for a cohort, used for every
 * release of it. Immutable, so releases may be attacked side by side.
 */
public final class ReferenceAttacks {
  private final Features features;
  private final DensityRatioAttack densityRatio;
  private final FamilyAttack family;

  private ReferenceAttacks(Features features, EncodedRows patients, Tenths tenths) {
    this.features = features;
    this.densityRatio = new DensityRatioAttack(patients, tenths);
    this.family = FamilyAttack.on(patients, tenths);
  }

  /**
   * Prepares the attacks.
   *
   * @param cohort members and non-members, at least two; all columns are used
   * @param stream deals the patients into tenths
   */
  public static ReferenceAttacks on(Table cohort, RandomStream stream) {
    return on(cohort, Tenths.deal(cohort.rows(), stream));
  }

  static ReferenceAttacks on(Table cohort, Tenths tenths) {
    Features features = Features.of(cohort);
    return new ReferenceAttacks(features, features.encode(cohort), tenths);
  }

  /**
   * Scores all patients.
   *
   * @param release all rows, at least one, with the columns and levels of the cohort
   * @return density ratio, then family
   */
  public List<AttackScores> scores(Table release) {
    EncodedRows rows = features.encode(release);
    LedoitWolf estimate = LedoitWolf.of(rows);
    return List.of(densityRatio.scores(rows, estimate), family.scores(estimate));
  }
}
