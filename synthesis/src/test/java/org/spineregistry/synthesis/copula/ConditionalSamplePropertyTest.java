package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.condition.ConditionsException;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

class ConditionalSamplePropertyTest {
  private static final StepModel MODEL = NormalCohort.model();
  private static final String[] RELATIONS = {"=", ">=", ">", "<=", "<"};
  private static final String[] ARMS = {"", ",arm=low", ",arm!=middle", ",arm!=low,visited=false"};

  @Property(tries = 40, seed = "2026")
  void everyRowMeetsTheConditionsHoweverManyAreDrawn(
      @ForAll @IntRange(max = 4) int first,
      @ForAll @IntRange(max = 4) int second,
      @ForAll @IntRange(min = -12, max = 12) int x,
      @ForAll @IntRange(min = -12, max = 12) int mood,
      @ForAll @IntRange(max = 3) int arm) {
    String text = "x" + RELATIONS[first] + x / 10.0 + ",mood" + RELATIONS[second] + mood / 10.0;
    Conditions conditions = MODEL.conditions(text + ARMS[arm], Set.of());
    Table rows;
    try {
      rows = MODEL.sample(60, "property", conditions).table();
    } catch (ConditionsException tooFew) {
      Assume.that(false);
      return;
    }

    Row row = new Row(rows.columns(), Collections.nCopies(7, List.of()));
    for (int r = 0; r < rows.rows(); r++) {
      row.set(0, rows.numbers(0)[r]);
      row.set(2, rows.codes(2)[r]);
      row.set(3, rows.codes(3)[r]);
      row.set(5, rows.numbers(5)[r]);
      assertThat(conditions.hold(row)).isTrue();
    }
    Table fewer = MODEL.sample(7, "property", conditions).table();
    Table head = rows.select(new int[] {0, 1, 2, 3, 4, 5, 6});
    assertThat(CsvWriter.write(fewer)).isEqualTo(CsvWriter.write(head));
  }
}
