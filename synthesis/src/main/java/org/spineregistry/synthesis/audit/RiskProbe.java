package org.spineregistry.synthesis.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.attack.AttackCounts;
import org.spineregistry.synthesis.attack.AttackScores;
import org.spineregistry.synthesis.attack.DistanceAttack;
import org.spineregistry.synthesis.attack.Inference;
import org.spineregistry.synthesis.attack.Linkability;
import org.spineregistry.synthesis.attack.PatientHits;
import org.spineregistry.synthesis.attack.RatioAttack;
import org.spineregistry.synthesis.attack.ReferenceAttacks;
import org.spineregistry.synthesis.attack.SinglingOut;
import org.spineregistry.synthesis.metric.Closeness;
import org.spineregistry.synthesis.metric.Crossing;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.Gower;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * Attacks releases of one cohort in every way that the engine knows. What depends on the cohort
 * only is computed once. Immutable, so that releases may be attacked side by side.
 */
public final class RiskProbe {
  private final Table cohort;
  private final Seed seed;
  private final Gower gower;
  private final EncodedRows patients;
  private final double[] toOthers;
  private final ReferenceAttacks reference;
  private final int[] secrets;
  private final int[] before;
  private final int[] after;

  /**
   * @param cohort all patients, members and strangers
   * @param seed of the run: tenths, predicates
   */
  public RiskProbe(Table cohort, Seed seed) {
    this.cohort = cohort;
    this.seed = seed;
    List<Integer> columns = IntStream.range(0, cohort.columns().size()).boxed().toList();
    this.gower = Gower.of(cohort, columns);
    this.patients = gower.encode(cohort);
    this.toOthers = gower.nearestOther(patients).first();
    this.reference = ReferenceAttacks.on(cohort, seed.stream("attack/tenths"));
    this.secrets = positions(ColumnRole.SECRET);
    this.before = positions(ColumnRole.BEFORE_TREATMENT);
    this.after = positions(ColumnRole.AFTER_TREATMENT);
  }

  /** Distance of each patient to the nearest other one. */
  public double[] toOthers() {
    return toOthers.clone();
  }

  /**
   * Attacks one release.
   *
   * @param replicate who was a member of its fit
   */
  public RiskEvidence attack(Replicate replicate, Table release) {
    boolean[] member = replicate.isMember(cohort.rows());
    EncodedRows rows = gower.encode(release);
    Crossing crossing = Crossing.of(patients, member, rows, secrets);
    Workers.checkpoint();
    List<AttackScores> scores = new ArrayList<>();
    scores.add(DistanceAttack.scores(crossing.toRow()));
    scores.add(RatioAttack.scores(toOthers, crossing.toRow()));
    scores.addAll(reference.scores(release));
    Workers.checkpoint();
    Closeness closeness =
        Closeness.of(
            crossing.toMember(),
            crossing.toOther(),
            rows,
            gower.encode(cohort.select(replicate.members())),
            gower.encode(cohort.select(replicate.strangers())));
    Workers.checkpoint();
    AttackCounts singlingOut =
        SinglingOut.of(
            cohort, member, release, seed.stream("attack/singling/" + replicate.number()));
    return new RiskEvidence(
        replicate,
        scores,
        closeness,
        singlingOut,
        linkability(release),
        inference(release, crossing.without()));
  }

  /** Null when the schema does not say what is known before and after the treatment. */
  private PatientHits linkability(Table release) {
    if (before.length == 0 || after.length == 0) {
      return null;
    }
    int rows = Math.min(Linkability.RELEASE_ROWS, release.rows());
    Table first = release.select(IntStream.range(0, rows).toArray());
    return Linkability.of(
        (columns, k) -> {
          Gower half = Gower.of(cohort, IntStream.of(columns).boxed().toList());
          return half.kNearest(half.encode(cohort), half.encode(first), k);
        },
        before,
        after);
  }

  private List<PatientHits> inference(Table release, int[][] nearest) {
    List<PatientHits> hits = new ArrayList<>();
    for (int s = 0; s < secrets.length; s++) {
      hits.add(Inference.of(cohort, release, secrets[s], nearest[s]));
    }
    return hits;
  }

  private int[] positions(ColumnRole role) {
    return cohort.withRole(role).stream().mapToInt(column -> column).toArray();
  }
}
