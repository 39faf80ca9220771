package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

class PredictorsTest {
  private static final List<Column> COLUMNS =
      List.of(Column.number("age", 0), Column.category("side", List.of("LEFT", "RIGHT", "BOTH")));

  @Test
  void aMissingValueTakesTheTrainingMean() {
    Table training =
        new TableBuilder(COLUMNS)
            .add(Arrays.asList(40, "LEFT"))
            .add(Arrays.asList(60, "RIGHT"))
            .add(Arrays.asList(null, "RIGHT"))
            .add(Arrays.asList(80, "BOTH"))
            .build();
    Table other =
        new TableBuilder(COLUMNS)
            .add(Arrays.asList(null, null))
            .add(Arrays.asList(1, "LEFT"))
            .build();

    Predictors predictors = Predictors.of(training, List.of(0, 1));

    assertThat(predictors.rows(training)[2]).containsExactly(60, 1, 0);
    assertThat(predictors.rows(other)[0]).containsExactly(60, 0.5, 0.25);
    assertThat(predictors.rows(other)[1]).containsExactly(1, 0, 0);
  }
}
