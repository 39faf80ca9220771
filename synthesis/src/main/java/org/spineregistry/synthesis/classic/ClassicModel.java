package org.spineregistry.synthesis.classic;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/** A fitted copula. Immutable; {@link #sample} may be called from any thread. */
public final class ClassicModel {
  private final List<Column> columns;
  private final List<ColumnModel> models;

  /** Positions of the columns that have a latent number. */
  private final int[] latent;

  private final LatentCorrelation correlation;
  private final ClassicParameters parameters;
  private final Seed seed;

  ClassicModel(
      List<Column> columns,
      List<ColumnModel> models,
      int[] latent,
      LatentCorrelation correlation,
      ClassicParameters parameters,
      Seed seed) {
    this.columns = columns;
    this.models = List.copyOf(models);
    this.latent = latent;
    this.correlation = correlation;
    this.parameters = parameters;
    this.seed = seed;
  }

  /** What a certificate may say about the model: no value of a patient. */
  public ClassicParameters parameters() {
    return parameters;
  }

  /** Number of latent columns. */
  int latents() {
    return latent.length;
  }

  /**
   * Generates rows. Draws of a row are numbered columns first (latent normals), then the blanking
   * of each column; row r is the same however many rows are asked for.
   *
   * @param rows how many
   * @param label purpose, such as {@code release/1000}
   */
  public Table sample(int rows, String label) {
    double[][] cells = latentCells(rows, seed.stream(label));
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < cells.length; c++) {
      values.add(models.get(c).decode(cells[c]));
    }
    return Table.of(columns, values);
  }

  /** Latent number of each cell by column; NaN where the cell is blanked. */
  private double[][] latentCells(int rows, RandomStream stream) {
    int width = columns.size();
    double[][] cells = new double[width][rows];
    double[] uniforms = new double[2 * width];
    double[] independent = new double[latent.length];
    double[] correlated = new double[latent.length];
    for (int row = 0; row < rows; row++) {
      stream.uniforms(row, 0, uniforms);
      for (int i = 0; i < latent.length; i++) {
        independent[i] = StandardNormal.quantile(uniforms[latent[i]]);
      }
      correlation.correlate(independent, correlated);
      for (int i = 0; i < latent.length; i++) {
        cells[latent[i]][row] = correlated[i];
      }
      for (int c = 0; c < width; c++) {
        if (uniforms[width + c] < models.get(c).missingRate()) {
          cells[c][row] = Double.NaN;
        }
      }
    }
    return cells;
  }
}
