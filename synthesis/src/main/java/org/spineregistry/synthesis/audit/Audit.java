package org.spineregistry.synthesis.audit;

import java.util.Arrays;
import java.util.Optional;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.EuclideanEncoding;
import org.spineregistry.synthesis.metric.Neighbours;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.table.Table;

/** Runs replicates of one cohort. Immutable, so replicates may run side by side. */
public final class Audit {
  private final Table cohort;
  private final Generator generator;
  private final Optional<PredictionTask> task;

  /** One encoding for members and strangers alike, from the whole cohort. */
  private final EuclideanEncoding encoding;

  private final EncodedRows patients;

  /**
   * @param cohort all patients
   * @param generator fits to a replicate's members and generates its release
   */
  public Audit(Table cohort, Generator generator) {
    this.cohort = cohort;
    this.generator = generator;
    this.task = PredictionTask.of(cohort);
    this.encoding = EuclideanEncoding.of(cohort);
    this.patients = encoding.encode(cohort);
  }

  /** Fits and generates one replicate. */
  public ReplicateRelease release(Replicate replicate) {
    Table members = cohort.select(replicate.members());
    return new ReplicateRelease(replicate, members, generator.generate(members, replicate.label()));
  }

  /** Measures what one replicate gave. */
  public ReplicateEvidence measure(ReplicateRelease given) {
    Replicate replicate = given.replicate();
    Workers.checkpoint();
    double[] distances = Neighbours.of(patients, encoding.encode(given.release())).first();
    Workers.checkpoint();
    return new ReplicateEvidence(
        replicate,
        distances,
        predictions(given.release(), replicate),
        predictions(given.members(), replicate));
  }

  /** Predictions alone; the distances are left out. */
  public ReplicateEvidence predict(ReplicateRelease given) {
    return new ReplicateEvidence(
        given.replicate(),
        new double[0],
        predictions(given.release(), given.replicate()),
        predictions(given.members(), given.replicate()));
  }

  /** Fits, generates and measures one replicate. */
  public ReplicateEvidence run(Replicate replicate) {
    return measure(release(replicate));
  }

  private double[] predictions(Table training, Replicate replicate) {
    double[] predictions = new double[cohort.rows()];
    Arrays.fill(predictions, Double.NaN);
    if (task.isPresent()) {
      int[] strangers = replicate.strangers();
      double[] predicted = task.get().predict(training, cohort.select(strangers));
      for (int i = 0; i < strangers.length; i++) {
        predictions[strangers[i]] = predicted[i];
      }
    }
    return predictions;
  }
}
