package org.spineregistry.synthesis.metric;

import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.table.Table;

/** Disjoint parts of a release with as many rows as the cohort: intervals of comparable width. */
public final class Chunks {
  private static final int MOST = 10;

  private Chunks() {}

  /**
   * Cuts a release.
   *
   * @param size rows of the cohort, at least 1
   * @return the first 10 whole chunks, or as many as there are; the whole release when it has fewer
   *     rows than the cohort
   */
  public static List<Table> of(Table release, int size) {
    int count = Math.min(MOST, release.rows() / size);
    if (count == 0) {
      return List.of(release);
    }
    return IntStream.range(0, count)
        .mapToObj(
            chunk -> release.select(IntStream.range(chunk * size, (chunk + 1) * size).toArray()))
        .toList();
  }
}
