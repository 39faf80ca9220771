package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.synthesis.condition.ConditionScope;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.condition.ConditionsException;
import org.spineregistry.synthesis.contract.Row;
import org.spineregistry.synthesis.model.Acceptance;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.model.SampledRows;
import org.spineregistry.synthesis.model.ScreenedPairs;
import org.spineregistry.synthesis.model.SyntheticModel;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.privacy.PrivacyLabel;
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
  private final PrivacyLabel privacy;
  private final Seed seed;

  /**
   * @param privacy of the fit; null for one without noise
   */
  StepModel(
      ModelParts parts,
      Map<String, Object> parameters,
      int pairs,
      ScreenedPairs screened,
      PrivacyLabel privacy,
      Seed seed) {
    this.privacy = privacy;
    this.parts = parts;
    this.parameters = Map.copyOf(parameters);
    this.pairs = pairs;
    this.screened = screened;
    this.seed = seed;
  }

  @Override
  public SampledRows sample(int rows, String label) {
    return sample(0, rows, label);
  }

  /**
   * Generates some of the rows of {@link #sample(int, String)}, so that threads can share them.
   *
   * @param from first row
   * @param to row after the last
   * @param label as there
   * @throws FitException if rows within the rules are too rare
   */
  public SampledRows sample(int from, int to, String label) {
    return sample(from, to, label, new LatentDraw.Free(parts.lower()), Conditions.none());
  }

  /**
   * Generates rows that meet conditions; row r is the same however many rows are asked for. They
   * are part of what the model releases, as all its rows are.
   *
   * @param rows how many
   * @param label purpose; together with the conditions it names the random numbers, and without any
   *     condition the rows are those of {@link #sample(int, String)}
   * @param conditions of this model, see {@link #conditions}
   * @throws ConditionsException if fewer than k patients meet them, or no synthetic row can
   * @throws FitException if rows within the rules are too rare
   */
  public SampledRows sample(int rows, String label, Conditions conditions) {
    if (conditions.isEmpty()) {
      return sample(rows, label);
    }
    requireCounting();
    parts.selection().check(conditions);
    LatentDraw draw = LatentIntervals.of(parts, conditions).draw();
    return sample(0, rows, label + "|" + conditions.key(), draw, conditions);
  }

  /**
   * Generates equally many rows of each level of a category, one level after the other in the order
   * of the schema; the first levels take the rows that remain. Levels that were merged have no
   * rows.
   *
   * @param rows of all levels together
   * @param label as in {@link #sample(int, String, Conditions)}, of which each level is a sample
   * @param column name of a category
   * @param conditions of all rows; they may leave out levels
   * @throws ConditionsException if the column cannot be balanced, or naming every level that fewer
   *     than k patients have under the conditions
   * @throws FitException if rows within the rules are too rare
   */
  public SampledRows balanced(int rows, String label, String column, Conditions conditions) {
    requireCounting();
    Arms arms = Arms.of(parts, column, conditions, scope(Set.of()));
    List<Table> tables = new ArrayList<>();
    Acceptance acceptance = Acceptance.all(0);
    for (int arm = 0; arm < arms.conditions().size(); arm++) {
      SampledRows sampled = sample(arms.rows(arm, rows), label, arms.conditions().get(arm));
      tables.add(sampled.table());
      acceptance = acceptance.plus(sampled.acceptance());
    }
    return new SampledRows(Table.concatenate(tables), acceptance);
  }

  /** Conditions count patients, which the budget of a private fit does not pay for. */
  private void requireCounting() {
    if (privacy != null) {
      throw new ConditionsException(
          List.of("a differentially private model counts no patients and knows no conditions"));
    }
  }

  /**
   * Reads conditions on the columns of this model, see {@link Conditions#parse}.
   *
   * @param header names of the columns that identify a record, so that the refusal can say so
   * @throws ConditionsException with every problem
   */
  public Conditions conditions(String text, Set<String> header) {
    return Conditions.parse(text, scope(header));
  }

  private ConditionScope scope(Set<String> header) {
    return new ConditionScope(parts.columns(), parts.levels(), parts.checks().derived(), header);
  }

  private SampledRows sample(
      int from, int to, String label, LatentDraw draw, Conditions conditions) {
    int rows = to - from;
    RowSampler sampler = new RowSampler(parts, seed.stream(label), draw, conditions);
    double[][] cells = new double[parts.units().length][rows];
    Row row = parts.newRow();
    for (int r = 0; r < rows; r++) {
      if (r % CHECKPOINT == 0) {
        Workers.checkpoint();
      }
      sampler.sample(from + r, row);
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

  /** What a differentially private fit promises; empty for one without noise. */
  public Optional<PrivacyLabel> privacy() {
    return Optional.ofNullable(privacy);
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
