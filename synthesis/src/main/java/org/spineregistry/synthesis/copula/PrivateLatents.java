package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.step.Steps;
import org.spineregistry.synthesis.table.Table;

/** The latent columns of noisy marginals: those of columns in schema order, then of their gaps. */
final class PrivateLatents {
  private final PrivateColumn[] columns;
  private final int[] latentOfColumn;
  private final List<BlockRule> blocks = new ArrayList<>();
  private final List<String> owners = new ArrayList<>();
  private final List<Steps> steps = new ArrayList<>();
  private final List<double[]> scores = new ArrayList<>();

  /** Column of each latent. */
  private final List<Integer> columnOf = new ArrayList<>();

  private final int patients;

  private PrivateLatents(PrivateColumn[] columns, int patients) {
    this.columns = columns;
    this.patients = patients;
    this.latentOfColumn = new int[columns.length];
    Arrays.fill(latentOfColumn, -1);
  }

  static PrivateLatents of(Table cohort, PrivateColumn[] columns) {
    PrivateLatents latents = new PrivateLatents(columns, cohort.rows());
    for (int c = 0; c < columns.length; c++) {
      if (columns[c] != null && columns[c].isLatent()) {
        latents.latentOfColumn[c] = latents.steps.size();
        latents.add(cohort, c, columns[c].steps(), columns[c].scores(cohort, c));
      }
    }
    for (int c = 0; c < columns.length; c++) {
      if (columns[c] != null && columns[c].isSometimesMissing()) {
        latents.addIndicator(cohort, c);
      }
    }
    return latents;
  }

  private void addIndicator(Table cohort, int column) {
    Steps gaps = columns[column].indicator(patients);
    double threshold = StandardNormal.quantile(1 - columns[column].missing());
    blocks.add(new BlockRule(new int[] {column}, List.of(), steps.size(), threshold, false));
    double[] scored = new double[patients];
    for (int row = 0; row < patients; row++) {
      scored[row] = gaps.scores()[cohort.isMissing(row, column) ? 1 : 0];
    }
    add(cohort, column, gaps, scored);
  }

  private void add(Table cohort, int column, Steps stepped, double[] scored) {
    owners.add(cohort.columns().get(column).name());
    columnOf.add(column);
    steps.add(stepped);
    scores.add(scored);
  }

  /** Number of latent columns. */
  int size() {
    return steps.size();
  }

  /** Steps of a latent column. */
  Steps steps(int latent) {
    return steps.get(latent);
  }

  /** Whether the latent column decides whether another one is missing. */
  boolean isIndicator(int latent) {
    return latentOfColumn[columnOf.get(latent)] != latent;
  }

  /** Whether one of two latents decides whether the other is seen. */
  boolean areOneVariable(int first, int second) {
    return columnOf.get(first).equals(columnOf.get(second));
  }

  /** Share of the patients in which a latent column is seen. */
  double seen(int latent) {
    return isIndicator(latent) ? 1 : 1 - columns[columnOf.get(latent)].missing();
  }

  /** The indicator of the column of a latent, -1 for a column that is never missing. */
  int indicatorOf(int latent) {
    for (BlockRule block : blocks) {
      if (block.columns()[0] == columnOf.get(latent)) {
        return block.latent();
      }
    }
    return -1;
  }

  /** Scores by latent column and patient, 0 where a patient says nothing. */
  List<double[]> scores() {
    return scores;
  }

  /** Squared length of the scores of a patient that the noisy marginals let expect. */
  double expectedSquares() {
    double squares = 0;
    for (int latent = 0; latent < size(); latent++) {
      double resolution = steps(latent).resolution();
      squares += seen(latent) * resolution * resolution;
    }
    return squares;
  }

  /** Squared resolutions, as in the step copula. */
  double[] weights() {
    return steps.stream().mapToDouble(s -> LatentLayout.weight(s.resolution())).toArray();
  }

  ColumnUnit[] units() {
    return Arrays.stream(columns)
        .map(column -> column == null ? null : column.unit())
        .toArray(ColumnUnit[]::new);
  }

  int[] latentOfColumn() {
    return latentOfColumn;
  }

  List<BlockRule> blocks() {
    return blocks;
  }

  /** Column name of each latent. */
  List<String> owners() {
    return owners;
  }

  int patients() {
    return patients;
  }
}
