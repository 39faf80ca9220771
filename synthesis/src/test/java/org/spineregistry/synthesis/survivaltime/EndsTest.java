package org.spineregistry.synthesis.survivaltime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

class EndsTest {
  private static final TimeToEvent PAIR = new TimeToEvent("days", "status", Set.of("2"));

  @Test
  void statusesOfANumberColumnAreCausesInRisingOrder() {
    Ends ends = Ends.of(numbers(Pbc.times(), Pbc.ends()), PAIR, 5).orElseThrow();

    assertThat(ends.cells()).containsExactly(0, 1, 2);
    assertThat(ends.events()).containsExactly(false, false, true);
    assertThat(ends.causes()).isEqualTo(Pbc.ends());
    assertThat(ends.times()).isEqualTo(Pbc.times());
    assertThat(ends.merged()).isEmpty();
  }

  /** 25 transplantations: with k = 30 they are censorings like the others. */
  @Test
  void aRareStatusCountsAsTheCommonestOfItsKind() {
    Ends ends = Ends.of(numbers(Pbc.times(), Pbc.ends()), PAIR, 30).orElseThrow();

    assertThat(ends.cells()).containsExactly(0, 2);
    assertThat(ends.events()).containsExactly(false, true);
    assertThat(ends.merged()).containsExactly("1");
    assertThat(Arrays.stream(ends.causes()).filter(cause -> cause == 0)).hasSize(257);
  }

  @Test
  void aRareStatusWithoutAnotherOfItsKindCountsAsTheCommonestOfAll() {
    Ends ends =
        Ends.of(levels("lost", "lost", "seen", "seen", "seen", "dead"), dead(), 2).orElseThrow();

    assertThat(ends.merged()).containsExactly("dead");
    assertThat(ends.causes()).containsExactly(0, 0, 1, 1, 1, 1);
    assertThat(ends.cells()).containsExactly(1, 2);
  }

  @Test
  void aRowWithoutTimeOrStatusHasNoEnd() {
    TableBuilder builder = new TableBuilder(columns(Column.category("status", List.of("a", "b"))));
    builder.add(Arrays.asList(1.0, "a"));
    builder.add(Arrays.asList(2.0, null));
    builder.add(Arrays.asList(null, "a"));

    Ends ends =
        Ends.of(builder.build(), new TimeToEvent("days", "status", Set.of("a")), 1).orElseThrow();

    assertThat(ends.causes()).containsExactly(0, -1, -1);
    assertThat(ends.times()).containsExactly(1, Double.NaN, Double.NaN);
  }

  @Test
  void aCohortWithRareStatusesOnlyHasNoEnds() {
    assertThat(Ends.of(levels("lost", "seen", "dead"), dead(), 2)).isEmpty();
  }

  private static TimeToEvent dead() {
    return new TimeToEvent("days", "status", Set.of("dead"));
  }

  private static List<Column> columns(Column status) {
    return List.of(Column.number("days", 0), status);
  }

  private static Table numbers(double[] times, int[] statuses) {
    TableBuilder builder = new TableBuilder(columns(Column.number("status", 0)));
    for (int row = 0; row < times.length; row++) {
      builder.add(List.of(times[row], (double) statuses[row]));
    }
    return builder.build();
  }

  private static Table levels(String... statuses) {
    TableBuilder builder =
        new TableBuilder(columns(Column.category("status", List.of("dead", "lost", "seen"))));
    for (int row = 0; row < statuses.length; row++) {
      builder.add(List.of((double) row, statuses[row]));
    }
    return builder.build();
  }
}
