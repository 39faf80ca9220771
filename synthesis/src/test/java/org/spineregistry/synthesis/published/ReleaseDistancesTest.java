package org.spineregistry.synthesis.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.EuclideanEncoding;
import org.spineregistry.synthesis.metric.IndexedRows;
import org.spineregistry.synthesis.metric.Neighbours;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;
import org.spineregistry.synthesis.testing.OptData;

class ReleaseDistancesTest {
  /** Patients at 0, 10, 20 (mean 10, sample SD 10); rows at 1, 4 and 19. */
  @Test
  void distancesAreMeasuredInUnitsOfTheCohort() {
    ReleaseDistances distances = measure(numbers(0, 10, 20), numbers(1, 4, 19));

    assertThat(distances.nearestPatient())
        .containsExactly(new double[] {0.1, 0.4, 0.1}, within(1e-12));
    assertThat(distances.secondPatient())
        .containsExactly(new double[] {0.9, 0.6, 0.9}, within(1e-12));
    assertThat(distances.nearestOtherRow())
        .containsExactly(new double[] {0.3, 0.3, 1.5}, within(1e-12));
  }

  @Test
  void chunksOfARealReleaseFindWhatOnePassFinds() {
    Table cohort = OptData.cohort().select(IntStream.range(0, 100).toArray());
    Table release = OptData.cohort().select(IntStream.range(100, 800).toArray());
    EuclideanEncoding encoding = EuclideanEncoding.of(cohort);
    EncodedRows rows = encoding.encode(release);

    ReleaseDistances distances = measure(cohort, release);

    assertThat(distances.nearestPatient())
        .containsExactly(Neighbours.of(rows, encoding.encode(cohort)).first());
    assertThat(distances.nearestOtherRow())
        .containsExactly(IndexedRows.of(rows).nearestOther(0, 700).first());
  }

  private static ReleaseDistances measure(Table cohort, Table release) {
    List<Integer> heard = new ArrayList<>();
    try (Workers workers = new Workers(2, () -> false)) {
      ReleaseDistances distances = ReleaseDistances.of(cohort, release, workers, heard::add);
      assertThat(heard).isSorted().last().isEqualTo(100);
      return distances;
    }
  }

  private static Table numbers(int... values) {
    TableBuilder builder = new TableBuilder(List.of(Column.number("x", 0)));
    IntStream.of(values).forEach(value -> builder.add(List.of(value)));
    return builder.build();
  }
}
