package org.spineregistry.synthesis.cohort;

import java.util.Arrays;
import org.spineregistry.synthesis.csv.CsvGrid;
import org.spineregistry.synthesis.csv.DecimalText;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Decimal;

/** Reads a number column. */
final class NumberReader implements CellReader {
  private final SourceColumn source;
  private final Column column;
  private final CsvGrid grid;
  private final DecimalText number = new DecimalText();
  private final double[] values;

  NumberReader(SourceColumn source, CsvGrid grid) {
    this.source = source;
    this.column = source.column();
    this.grid = grid;
    this.values = new double[grid.rows() - 1];
    Arrays.fill(values, Double.NaN);
  }

  @Override
  public String read(int row, int start, int end) {
    if (!number.read(grid.bytes(), start, end)) {
      return NumberFault.of(grid, start, end);
    }
    double value =
        source.rounded()
            ? Decimal.round(number.value(), column.decimals())
            : number.value() + 0.0; // no negative zero
    String rule = column.brokenRule(value);
    if (rule == null) {
      values[row] = value;
    }
    return rule;
  }

  @Override
  public boolean isRequired() {
    return source.required();
  }

  ColumnValues values() {
    return ColumnValues.numbers(values);
  }
}
