package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.audit.Audit;
import org.spineregistry.synthesis.audit.PooledPredictions;
import org.spineregistry.synthesis.audit.PredictionTask;
import org.spineregistry.synthesis.audit.Replicate;
import org.spineregistry.synthesis.audit.ReplicateEvidence;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.model.Synthesizer;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Permutation;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.report.LearningCurve;
import org.spineregistry.synthesis.table.Table;

/**
 * U3, the learning curve: utility of releases made from growing parts of the cohort, measured
 * instead of projected.
 *
 * @param cohort all patients
 * @param sites of each
 * @param folds of the partition of each part
 * @param seed of the run
 * @param rows of each audited release
 */
record LearningCurveAudit(Table cohort, List<String> sites, int folds, Seed seed, int rows) {
  private static final double[] PARTS = {0.25, 0.5, 0.75};
  private static final int RESAMPLES = 1000;

  /** One part of the cohort. */
  private record Part(double fraction, Table patients, List<Replicate> plan) {}

  /**
   * The curve; its last point is the whole cohort.
   *
   * @param whole predictions of the audit of the whole cohort
   * @return empty when there is no prediction task or no smaller part can be fitted
   */
  Optional<LearningCurve> of(Synthesizer model, List<ReplicateEvidence> whole, Workers workers) {
    Optional<PredictionTask> task = PredictionTask.of(cohort);
    if (task.isEmpty()) {
      return Optional.empty();
    }
    List<Part> parts = parts();
    List<Callable<Optional<ReplicateEvidence>>> tasks = new ArrayList<>();
    parts.forEach(part -> part.plan().forEach(r -> tasks.add(() -> predicted(model, part, r))));
    List<Optional<ReplicateEvidence>> done = workers.all(tasks, count -> {});
    List<LearningCurve.Point> points = new ArrayList<>();
    int at = 0;
    for (Part part : parts) {
      List<ReplicateEvidence> own =
          done.subList(at, at + part.plan().size()).stream().flatMap(Optional::stream).toList();
      at += part.plan().size();
      if (own.size() == part.plan().size()) {
        point(task.get(), part.fraction(), part.patients(), own).ifPresent(points::add);
      }
    }
    point(task.get(), 1, cohort, whole).ifPresent(points::add);
    String statistic =
        (task.get().isBinary(cohort) ? "AUC" : "Pearson r")
            + " on patients kept aside, trained on synthetic rows";
    return points.size() < 2
        ? Optional.empty()
        : Optional.of(
            new LearningCurve(
                cohort.columns().get(task.get().outcome()).name(), statistic, points));
  }

  /** The curve as a line among the gates. */
  static GateResult gate(Optional<LearningCurve> curve) {
    String title = "Gain of utility from the last quarter of the patients";
    if (curve.isEmpty()) {
      return GateResult.reported(
          "U3", title, Double.NaN, null, "not run: no prediction task, or the cohort is too small");
    }
    List<LearningCurve.Point> points = curve.get().points();
    List<String> texts =
        points.stream()
            .map(p -> String.format(Locale.ROOT, "%d patients %.3f", p.patients(), p.value()))
            .toList();
    return GateResult.reported(
        "U3",
        title,
        points.get(points.size() - 1).value() - points.get(points.size() - 2).value(),
        null,
        curve.get().statistic() + ": " + String.join(", ", texts));
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    for (int p = 0; p < PARTS.length; p++) {
      int patients = (int) Math.round(PARTS[p] * cohort.rows());
      int[] chosen =
          IntStream.of(
                  Permutation.head(cohort.rows(), patients, seed.stream("learning/patients"), 0))
              .sorted()
              .toArray();
      if (patients >= 4 * folds) {
        List<String> own = IntStream.of(chosen).mapToObj(sites::get).toList();
        parts.add(new Part(PARTS[p], cohort.select(chosen), Replicate.plan(own, 1, folds, seed)));
      }
    }
    return parts;
  }

  /** Empty when the model cannot be fitted to so few. */
  private Optional<ReplicateEvidence> predicted(Synthesizer model, Part part, Replicate replicate) {
    String label = "learning/" + part.patients().rows() + "/" + replicate.number();
    Audit audit =
        new Audit(
            part.patients(),
            (members, ignored) -> model.fit(members, "fit/" + label).sample(rows, label).table());
    try {
      return Optional.of(audit.predict(audit.release(replicate)));
    } catch (FitException tooFew) {
      return Optional.empty();
    }
  }

  private Optional<LearningCurve.Point> point(
      PredictionTask task, double fraction, Table patients, List<ReplicateEvidence> evidence) {
    PooledPredictions pooled =
        PooledPredictions.of(task, patients, evidence, ReplicateEvidence::fromSynthetic);
    double value = pooled.r();
    Interval interval =
        pooled.interval(
            new PatientBootstrap(
                seed.stream("bootstrap/learning/" + patients.rows()), patients.rows(), RESAMPLES));
    return Double.isFinite(value)
        ? Optional.of(new LearningCurve.Point(fraction, patients.rows(), value, interval))
        : Optional.empty();
  }
}
