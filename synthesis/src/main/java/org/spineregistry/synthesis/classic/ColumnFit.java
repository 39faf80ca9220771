package org.spineregistry.synthesis.classic;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;

/** Decides what a column is to the model: empty, constant, number or category. */
final class ColumnFit {
  private final Table cohort;
  private final ClassicOptions options;
  private final RandomStream draws;

  ColumnFit(Table cohort, ClassicOptions options, RandomStream draws) {
    this.cohort = cohort;
    this.options = options;
    this.draws = draws;
  }

  FittedColumn fit(int position) {
    Column column = cohort.columns().get(position);
    return column.isNumber() ? number(column, position) : category(position);
  }

  private FittedColumn number(Column column, int position) {
    double[] values = cohort.numbers(position);
    double[] distinct =
        Arrays.stream(values).filter(v -> !Double.isNaN(v)).distinct().limit(2).toArray();
    return switch (distinct.length) {
      case 0 -> FittedColumn.apart(new EmptyModel(true, List.of()));
      case 1 ->
          FittedColumn.apart(new ConstantModel(distinct[0], -1, List.of(), missingRate(position)));
      default -> NumberModel.fit(column, values, options);
    };
  }

  private FittedColumn category(int position) {
    int[] values = cohort.codes(position);
    List<String> levels = cohort.levels(position);
    int[] distinct = Arrays.stream(values).filter(code -> code >= 0).distinct().limit(2).toArray();
    return switch (distinct.length) {
      case 0 -> FittedColumn.apart(new EmptyModel(false, levels));
      case 1 ->
          FittedColumn.apart(new ConstantModel(null, distinct[0], levels, missingRate(position)));
      default ->
          CategoryModel.fit(
              values, levels, options.imputation(), CategoryModel.Draws.of(draws, position));
    };
  }

  private double missingRate(int position) {
    return (double) cohort.missing(position) / cohort.rows();
  }
}
