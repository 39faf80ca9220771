package org.spineregistry.synthesis.classic;

import org.spineregistry.synthesis.table.ColumnValues;

/** How values of one column come out of its latent numbers. */
sealed interface ColumnModel permits NumberModel, CategoryModel, ConstantModel, EmptyModel {
  /** Share of cells to leave empty. */
  double missingRate();

  /** Values of latent normals; NaN stays missing. A constant column only looks for NaN. */
  ColumnValues decode(double[] latent);
}
