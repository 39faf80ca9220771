package org.spineregistry.synthesis.classic;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.table.ColumnValues;

/** A column without any observed value: every cell stays missing. */
record EmptyModel(boolean isNumber, List<String> levels) implements ColumnModel {
  @Override
  public double missingRate() {
    return 1;
  }

  @Override
  public ColumnValues decode(double[] latent) {
    if (isNumber) {
      double[] values = new double[latent.length];
      Arrays.fill(values, Double.NaN);
      return ColumnValues.numbers(values);
    }
    int[] values = new int[latent.length];
    Arrays.fill(values, -1);
    return ColumnValues.codes(values, levels);
  }
}
