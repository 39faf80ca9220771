package org.spineregistry.synthesis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.PbcData;

class SurvivalTimesTest {
  /** The documented counts of the cohort. */
  @Test
  void deathsAreEventsAndTransplantationsAreNot() {
    SurvivalTimes times = SurvivalTimes.of(PbcData.cohort(), PbcData.DEATH);

    assertThat(times.size()).isEqualTo(418);
    assertThat(times.eventCount()).isEqualTo(161);
  }

  @Test
  void rowsWithoutTimeOrStatusAreLeftOut() {
    SurvivalTimes times =
        SurvivalTimes.of(
            table(new double[] {5, Double.NaN, 7, 8}, 1, 1, -1, 0),
            new TimeToEvent("time", "status", Set.of("revised")));

    assertThat(times.rows()).containsExactly(0, 3);
    assertThat(times.times()).containsExactly(5, 8);
    assertThat(times.events()).containsExactly(true, false);
  }

  @Test
  void ofEqualTimesTheCensoredOneLastedLonger() {
    SurvivalTimes times =
        new SurvivalTimes(
            new int[] {0, 1, 2, 3},
            new double[] {4, 9, 4, 1},
            new boolean[] {true, true, false, false});

    assertThat(times.lastFirst()).containsExactly(1, 2, 0, 3);
  }

  @Test
  void aTimeThatIsNoNumberIsRefused() {
    assertThatThrownBy(
            () ->
                SurvivalTimes.of(
                    table(new double[] {1}, 0), new TimeToEvent("status", "time", Set.of("1"))))
        .hasMessage("status: a time is a number");
  }

  private static Table table(double[] times, int... statuses) {
    List<String> levels = List.of("alive", "revised");
    return Table.of(
        List.of(Column.number("time", 0), Column.category("status", levels)),
        List.of(ColumnValues.numbers(times), ColumnValues.codes(statuses, levels)));
  }
}
