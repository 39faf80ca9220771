package org.spineregistry.synthesis.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

class InferenceTest {
  private static final double NONE = Double.NaN;
  private static final int[] OWN_ROW = {0, 1, 2, 3, 4, 5};

  /** The range is 2, so the tolerance is 0.1, on either side and including its end. */
  @Test
  void aNumberIsInferredWithinFivePercentOfTheRange() {
    Table cohort = numbers(0, 0.3, 0.3, 0.3, 2, NONE);
    Table release = numbers(-0.2, 0.4, 0.2, 0.41, NONE, 1);

    PatientHits hits = Inference.of(cohort, release, 0, OWN_ROW);

    assertThat(hits.name()).isEqualTo("secret");
    assertThat(hits.hit()).containsExactly(false, true, true, false, false, false);
    assertThat(hits.tried()).containsExactly(true, true, true, true, true, false);
  }

  @Test
  void aCategoryMustBeEqualByName() {
    Column secret = Column.category("secret", List.of());
    Table cohort = levels(secret, List.of("no", "yes"), 0, 1, 1, 0, -1, 1);
    Table release = levels(secret, List.of("maybe", "yes", "no"), 2, 1, 2, 0, -1, -1);

    PatientHits hits = Inference.of(cohort, release, 0, OWN_ROW);

    assertThat(hits.hit()).containsExactly(true, true, false, false, false, false);
    assertThat(hits.tried()).containsExactly(true, true, true, true, false, true);
  }

  @Test
  void theGuessComesFromTheNearestRow() {
    Table cohort = numbers(1, 2, 3, 4, 5, 6);
    Table release = numbers(1, 6);

    PatientHits hits = Inference.of(cohort, release, 0, new int[] {0, 0, 0, 1, 1, 1});

    assertThat(hits.hit()).containsExactly(true, false, false, false, false, true);
  }

  @Test
  void hitsAreCountedForMembersAndOthers() {
    PatientHits hits =
        new PatientHits(
            "secret",
            new boolean[] {true, true, true, false, true},
            new boolean[] {true, false, true, false, false});
    boolean[] member = {true, true, false, false, false};

    assertThat(hits.counts(member)).isEqualTo(new AttackCounts("secret", 1, 2, 1, 2));
    assertThat(hits.counts(member).plus(new AttackCounts("secret", 1, 10, 2, 20)))
        .isEqualTo(new AttackCounts("secret", 2, 12, 3, 22));
  }

  /** 3 of 4 members hit against 2 of 5 others: .75 - .40. */
  @Test
  void weightsCountPatientsAsOftenAsTheBootstrapDrewThem() {
    PatientHits hits =
        new PatientHits(
            "secret",
            new boolean[] {true, true, true, true, false},
            new boolean[] {true, false, true, false, false});
    boolean[] member = {true, true, false, false, false};

    assertThat(hits.advantage(member, new int[] {3, 1, 2, 3, 7})).isEqualTo(0.75 - 0.4);
    assertThat(hits.advantage(member, new int[] {3, 1, 0, 0, 7})).isNaN();
  }

  private static Table numbers(double... values) {
    return Table.of(List.of(Column.number("secret", 2)), List.of(ColumnValues.numbers(values)));
  }

  private static Table levels(Column column, List<String> levels, int... codes) {
    return Table.of(List.of(column), List.of(ColumnValues.codes(codes, levels)));
  }
}
