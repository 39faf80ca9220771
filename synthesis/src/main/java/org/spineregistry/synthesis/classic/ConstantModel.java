package org.spineregistry.synthesis.classic;

import java.util.List;
import org.spineregistry.synthesis.table.ColumnValues;

/**
 * A column with one observed value, which is copied: {@code procedure} of a campaign, for example.
 *
 * @param number the value, or null for a category
 * @param code the level, when there is no number
 */
record ConstantModel(Double number, int code, List<String> levels, double missingRate)
    implements ColumnModel {
  @Override
  public ColumnValues decode(double[] latent) {
    if (number != null) {
      double[] values = new double[latent.length];
      for (int row = 0; row < values.length; row++) {
        values[row] = Double.isNaN(latent[row]) ? Double.NaN : number;
      }
      return ColumnValues.numbers(values);
    }
    int[] values = new int[latent.length];
    for (int row = 0; row < values.length; row++) {
      values[row] = Double.isNaN(latent[row]) ? -1 : code;
    }
    return ColumnValues.codes(values, levels);
  }
}
