package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.model.Acceptance;
import org.spineregistry.synthesis.model.SampledRows;
import org.spineregistry.synthesis.model.ScreenedPairs;
import org.spineregistry.synthesis.model.SyntheticModel;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/** A fitted step copula. */
public final class StepModel implements SyntheticModel {
  /** Rows between two looks at a cancellation. */
  private static final int CHECKPOINT = 256;

  private final ModelParts parts;
  private final Map<String, Object> parameters;
  private final int pairs;
  private final ScreenedPairs screened;
  private final Seed seed;

  StepModel(
      ModelParts parts,
      Map<String, Object> parameters,
      int pairs,
      ScreenedPairs screened,
      Seed seed) {
    this.parts = parts;
    this.parameters = Map.copyOf(parameters);
    this.pairs = pairs;
    this.screened = screened;
    this.seed = seed;
  }

  @Override
  public SampledRows sample(int rows, String label) {
    return sample(rows, label, new LatentDraw.Free(parts.lower()));
  }

  private SampledRows sample(int rows, String label, LatentDraw draw) {
    RowSampler sampler = new RowSampler(parts, seed.stream(label), draw);
    double[][] cells = new double[parts.units().length][rows];
    Row row = parts.newRow();
    for (int r = 0; r < rows; r++) {
      if (r % CHECKPOINT == 0) {
        Workers.checkpoint();
      }
      sampler.sample(r, row);
      for (int column = 0; column < cells.length; column++) {
        cells[column][r] = row.cell(column);
      }
    }
    Acceptance acceptance = parts.acceptance(rows, sampler.draws(), sampler.broken());
    if (parts.isTooRare(acceptance)) {
      throw parts.tooRare(sampler.broken(), sampler.draws());
    }
    return new SampledRows(table(cells), acceptance);
  }

  private Table table(double[][] cells) {
    List<ColumnValues> values = new ArrayList<>();
    for (int column = 0; column < cells.length; column++) {
      if (parts.columns().get(column).isNumber()) {
        values.add(ColumnValues.numbers(cells[column]));
      } else {
        int[] codes = new int[cells[column].length];
        for (int row = 0; row < codes.length; row++) {
          codes[row] = Double.isNaN(cells[column][row]) ? -1 : (int) cells[column][row];
        }
        values.add(ColumnValues.codes(codes, parts.levels().get(column)));
      }
    }
    return Table.of(parts.columns(), values);
  }

  @Override
  public int latents() {
    return parts.latents();
  }

  @Override
  public int pairs() {
    return pairs;
  }

  @Override
  public Optional<ScreenedPairs> screened() {
    return Optional.of(screened);
  }

  @Override
  public Map<String, Object> parameters() {
    return parameters;
  }

  /** The repaired latent correlations, columns in schema order and then blocks; a copy. */
  public double[][] correlation() {
    double[][] copy = new double[parts.correlation().length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = parts.correlation()[i].clone();
    }
    return copy;
  }
}
