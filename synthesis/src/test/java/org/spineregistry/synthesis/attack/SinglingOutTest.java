package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.attack.Condition.Relation;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

class SinglingOutTest {
  private static final Seed SEED = Seed.ofHex("47".repeat(32));
  private static final double NONE = Double.NaN;

  /** Members are the release, non-members are all alike: only members can be singled out. */
  @Test
  void copiesAreSingledOutAndOnlyThey() {
    Table release = KnownGenerator.rows(50, SEED.stream("release"));
    Table alike = release.select(new int[50]);
    boolean[] member = new boolean[100];
    Arrays.fill(member, 50, 100, true);
    Table cohort = Table.concatenate(List.of(alike, release));

    AttackCounts counts = SinglingOut.of(cohort, member, release, SEED.stream("attack"));

    assertThat(counts).isEqualTo(new AttackCounts("singling out", 200, 200, 0, 200));
  }

  @Test
  void asManyMembersAreTriedAsThereAreNonMembers() {
    Table release = KnownGenerator.rows(60, SEED.stream("release"));
    boolean[] member = new boolean[60];
    Arrays.fill(member, 0, 50, true);

    // the first ten release rows are ten of the fifty members: not every trial can succeed
    AttackCounts counts = SinglingOut.of(release, member, release, SEED.stream("attack"));

    assertThat(counts.trials()).isEqualTo(200);
    assertThat(counts.controlTrials()).isEqualTo(200);
    assertThat(counts.successes()).isBetween(1, 150);
  }

  @Test
  void aReleaseOfEqualRowsIsolatesNobody() {
    Table cohort = KnownGenerator.rows(20, SEED.stream("cohort"));
    boolean[] member = new boolean[20];
    Arrays.fill(member, 0, 10, true);

    AttackCounts counts =
        SinglingOut.of(cohort, member, cohort.select(new int[30]), SEED.stream("attack"));

    assertThat(counts).isEqualTo(new AttackCounts("singling out", 0, 0, 0, 0));
  }

  @Test
  void withoutNonMembersThereIsNothingToCompare() {
    Table cohort = KnownGenerator.rows(5, SEED.stream("cohort"));
    boolean[] member = {true, true, true, true, true};

    assertThat(SinglingOut.of(cohort, member, cohort, SEED.stream("attack")).trials()).isZero();
  }

  /** Medians are 3 (of the five numbers) and none. */
  @Test
  void aPredicateAsksForTheRowsValueOnItsSideOfTheMedian() {
    double[][] release = {{1, 3, 9, 2, 4, NONE}, {0, 1, 2, 0, NONE, 5}};

    List<List<Condition>> drawn =
        new Predicates(release, new boolean[] {true, false}, 6)
            .draw(6, 10_000, SEED.stream("attack"));

    assertThat(drawn.stream().map(SinglingOutTest::byColumn))
        .containsExactlyInAnyOrder(
            List.of(new Condition(0, Relation.AT_MOST, 1), new Condition(1, Relation.EQUAL, 0)),
            List.of(new Condition(0, Relation.AT_LEAST, 3), new Condition(1, Relation.EQUAL, 1)),
            List.of(new Condition(0, Relation.AT_LEAST, 9), new Condition(1, Relation.EQUAL, 2)),
            List.of(
                new Condition(0, Relation.AT_LEAST, 4), new Condition(1, Relation.MISSING, NONE)),
            List.of(new Condition(0, Relation.MISSING, NONE), new Condition(1, Relation.EQUAL, 5)));
  }

  @Property(tries = 20, seed = "2026")
  void predicatesAreDifferentAndIsolateOneRow(@ForAll @IntRange(min = 2, max = 80) int size) {
    Table table = KnownGenerator.rows(100, SEED.stream("release/" + size));
    double[][] release = AlignedCells.of(table, table);
    boolean[] number = new boolean[release.length];
    IntStream.range(0, number.length).forEach(c -> number[c] = table.columns().get(c).isNumber());
    RandomStream stream = SEED.stream("attack/" + size);

    List<List<Condition>> drawn = new Predicates(release, number, size).draw(200, 20_000, stream);

    assertThat(new HashSet<>(drawn.stream().map(SinglingOutTest::byColumn).toList()))
        .hasSameSizeAs(drawn);
    for (List<Condition> predicate : drawn) {
      assertThat(predicate.stream().map(Condition::column).distinct()).hasSize(4);
      long isolated =
          IntStream.range(0, size)
              .filter(row -> predicate.stream().allMatch(c -> holds(c, release[c.column()][row])))
              .count();
      assertThat(isolated).isEqualTo(1);
    }
  }

  @Test
  void levelsOfTheReleaseAreComparedByName() {
    Column open = Column.category("open", List.of());
    Table cohort = levels(open, List.of("x", "y"), 0, 1, 0, 0);
    Table release = levels(open, List.of("v", "w", "y"), 2, 1);

    // y isolates the first release row and the second patient, w a release row and nobody
    AttackCounts counts =
        SinglingOut.of(
            cohort, new boolean[] {true, true, false, false}, release, SEED.stream("attack"));

    assertThat(counts).isEqualTo(new AttackCounts("singling out", 1, 2, 0, 2));
  }

  private static Table levels(Column column, List<String> levels, int... codes) {
    return Table.of(List.of(column), List.of(ColumnValues.codes(codes, levels)));
  }

  private static boolean holds(Condition condition, double cell) {
    return switch (condition.relation()) {
      case AT_LEAST -> cell >= condition.value();
      case AT_MOST -> cell <= condition.value();
      case EQUAL -> cell == condition.value();
      case MISSING -> Double.isNaN(cell);
    };
  }

  private static List<Condition> byColumn(List<Condition> predicate) {
    return predicate.stream().sorted((a, b) -> Integer.compare(a.column(), b.column())).toList();
  }
}
