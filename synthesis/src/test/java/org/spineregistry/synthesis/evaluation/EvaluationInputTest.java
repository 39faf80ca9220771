package org.spineregistry.synthesis.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

/** Three tables of one schema become comparable, or are refused by name. */
class EvaluationInputTest {
  @Test
  void openLevelsThatDifferAreBroughtTogether() {
    EvaluationInput input =
        new EvaluationInput(open("hip", 10), open("spine", 11), open("knee", 12), Contract.none());

    assertThat(input.training().levels(0)).containsExactly("hip", "knee", "spine");
    assertThat(input.synthetic().levels(0)).isEqualTo(input.training().levels(0));
    assertThat(input.synthetic().codes(0)).hasSize(12).containsOnly(1);
    assertThat(input.patients().rows()).isEqualTo(21);
  }

  @Test
  void otherColumnsAreRefused() {
    Table other = table(Column.category("joint", List.of()), "hip", 10);

    assertThatThrownBy(
            () -> new EvaluationInput(open("hip", 10), open("hip", 10), other, Contract.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("synthetic");
  }

  @Test
  void tooFewPatientsAreRefused() {
    assertThatThrownBy(
            () ->
                new EvaluationInput(
                    open("hip", 10), open("hip", 9), open("hip", 10), Contract.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("holdout: needs at least 10 rows");
  }

  private static Table open(String level, int rows) {
    return table(Column.category("side", List.of()), level, rows);
  }

  private static Table table(Column column, String level, int rows) {
    TableBuilder builder = new TableBuilder(List.of(column));
    Collections.nCopies(rows, level).forEach(cell -> builder.add(List.of(cell)));
    return builder.build();
  }
}
