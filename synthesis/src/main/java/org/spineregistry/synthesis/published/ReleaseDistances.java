package org.spineregistry.synthesis.published;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.EuclideanEncoding;
import org.spineregistry.synthesis.metric.IndexedRows;
import org.spineregistry.synthesis.metric.Neighbours;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.table.Table;

/**
 * Distances of every row of a release.
 *
 * @param nearestPatient to the nearest patient
 * @param secondPatient to the second nearest patient
 * @param nearestOtherRow to the nearest other synthetic row
 */
record ReleaseDistances(double[] nearestPatient, double[] secondPatient, double[] nearestOtherRow) {
  /** Rows of a task: small enough that a cancelled run ends soon. */
  private static final int CHUNK = 512;

  /**
   * Measures a release in the Euclidean encoding that the cohort defines.
   *
   * @param done hears the percentage that is done
   */
  static ReleaseDistances of(Table cohort, Table release, Workers workers, IntConsumer done) {
    EuclideanEncoding encoding = EuclideanEncoding.of(cohort);
    EncodedRows rows = encoding.encode(release);
    IndexedRows indexed = IndexedRows.of(rows);
    IndexedRows patients = IndexedRows.of(encoding.encode(cohort));
    List<Callable<Neighbours[]>> tasks = new ArrayList<>();
    for (int from = 0; from < rows.rows(); from += CHUNK) {
      int start = from;
      int end = Math.min(rows.rows(), from + CHUNK);
      tasks.add(
          () ->
              new Neighbours[] {
                patients.nearest(rows, start, end), indexed.nearestOther(start, end)
              });
    }
    List<Neighbours[]> parts = workers.all(tasks, count -> done.accept(100 * count / tasks.size()));
    return new ReleaseDistances(
        join(parts.stream().map(part -> part[0].first()).toList(), rows.rows()),
        join(parts.stream().map(part -> part[0].second()).toList(), rows.rows()),
        join(parts.stream().map(part -> part[1].first()).toList(), rows.rows()));
  }

  private static double[] join(List<double[]> parts, int length) {
    double[] all = new double[length];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
