package org.spineregistry.synthesis.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.marginal.Family;
import org.spineregistry.synthesis.metric.Pearson;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

class ClassicCopulaTest {
  private static final int ROWS = 20_000;
  private static final Table COHORT = Cohorts.known(2000);
  private static final ClassicOptions NORMAL =
      new ClassicOptions(Imputation.NONE, Optional.of(Family.NORMAL));

  @Test
  void marginalsAndCorrelationOfAGaussianCohortComeBack() {
    Table synthetic = fit(NORMAL).sample(ROWS, "release/20000");
    double[] x = synthetic.numbers(0);
    double[] y = synthetic.numbers(1);

    assertThat(mean(x)).isCloseTo(mean(COHORT.numbers(0)), within(0.06));
    assertThat(sd(x)).isCloseTo(sd(COHORT.numbers(0)), within(0.05));
    double real = Pearson.of(COHORT.numbers(0), COHORT.numbers(1));
    assertThat(Pearson.of(x, y)).isCloseTo(real, within(0.02));
  }

  @Test
  void numbersStayInTheObservedRangeAndKeepTheirDecimals() {
    double[] real = COHORT.numbers(0);
    double[] synthetic = fit(NORMAL).sample(ROWS, "release/20000").numbers(0);

    assertThat(Arrays.stream(synthetic).min().getAsDouble())
        .isGreaterThanOrEqualTo(Arrays.stream(real).min().getAsDouble());
    assertThat(Arrays.stream(synthetic).max().getAsDouble())
        .isLessThanOrEqualTo(Arrays.stream(real).max().getAsDouble());
    assertThat(Arrays.stream(synthetic)).allMatch(v -> Math.rint(v * 1000) / 1000 == v);
  }

  @Test
  void cellsAreBlankedIndependentlyWithTheMissingRate() {
    Table synthetic = fit(NORMAL).sample(ROWS, "release/20000");
    double gaps = (double) synthetic.missing(2) / ROWS;
    double levels = (double) synthetic.missing(3) / ROWS;
    long both =
        IntStream.range(0, ROWS)
            .filter(row -> synthetic.isMissing(row, 2) && synthetic.isMissing(row, 3))
            .count();

    assertThat(gaps).isCloseTo(COHORT.missing(2) / 2000.0, within(0.012));
    assertThat(levels).isCloseTo(COHORT.missing(3) / 2000.0, within(0.012));
    assertThat((double) both / ROWS).isCloseTo(gaps * levels, within(0.01));
    assertThat(synthetic.missing(0)).isZero();
  }

  @Test
  void categoriesKeepTheirObservedFrequenciesWithAndWithoutImputation() {
    for (Imputation imputation : Imputation.values()) {
      Table synthetic =
          fit(new ClassicOptions(imputation, Optional.empty())).sample(ROWS, "release/20000");
      for (int code = 0; code < 3; code++) {
        assertThat(share(synthetic, code)).isCloseTo(share(COHORT, code), within(0.015));
      }
    }
  }

  @Test
  void meanImputationPullsTheMarginalTogether() {
    double imputed =
        sd(fit(new ClassicOptions(Imputation.MEAN, NORMAL.family())).sample(ROWS, "r").numbers(2));
    double observed = sd(fit(NORMAL).sample(ROWS, "r").numbers(2));

    assertThat(observed).isCloseTo(sd(COHORT.numbers(2)), within(0.03));
    assertThat(imputed).isCloseTo(observed * Math.sqrt(0.7), within(0.04));
  }

  @Test
  void constantColumnsAreCopiedAndEmptyOnesStayEmpty() {
    ClassicModel model = fit(ClassicOptions.published());
    Table synthetic = model.sample(1000, "release/1000");

    assertThat(synthetic.numbers(4)).containsOnly(0);
    assertThat(synthetic.codes(5)).containsOnly(-1, 1);
    assertThat(synthetic.missing(5)).isBetween(70, 130);
    assertThat(synthetic.missing(6)).isEqualTo(1000);
    assertThat(synthetic.missing(7)).isEqualTo(1000);
    assertThat(model.parameters().constantColumns()).containsExactly("levelsCount", "procedure");
    assertThat(model.parameters().emptyColumns()).containsExactly("noNumber", "noFlag");
    assertThat(model.parameters().marginals()).containsOnlyKeys("x", "y", "gaps");
  }

  @Test
  void aRowIsTheSameHoweverManyRowsAreAskedFor() {
    ClassicModel model = fit(ClassicOptions.published());

    Table few = model.sample(50, "release");
    Table many = model.sample(500, "release").select(IntStream.range(0, 50).toArray());

    assertThat(CsvWriter.write(few)).isEqualTo(CsvWriter.write(many));
    assertThat(CsvWriter.write(few)).isNotEqualTo(CsvWriter.write(model.sample(50, "other")));
  }

  @Test
  void twoEqualColumnsMakeTheCorrelationSingularAndItIsRepaired() {
    TableBuilder builder =
        new TableBuilder(List.of(Column.number("a", 0), Column.number("twin", 0)));
    IntStream.range(0, 50).forEach(i -> builder.add(List.of(i * i % 37, i * i % 37)));

    ClassicModel model =
        ClassicCopula.fit(builder.build(), ClassicOptions.published(), Cohorts.SEED, "fit");

    assertThat(model.parameters().correlationRepair()).isCloseTo(1e-6, within(1e-9));
    Table synthetic = model.sample(2000, "release");
    assertThat(Pearson.of(synthetic.numbers(0), synthetic.numbers(1))).isGreaterThan(0.999);
    assertThat(fit(NORMAL).parameters().correlationRepair()).isZero();
  }

  @Test
  void aFamilyThatDoesNotApplyIsAnErrorNamingTheColumn() {
    ClassicOptions gamma = new ClassicOptions(Imputation.NONE, Optional.of(Family.GAMMA));

    assertThatThrownBy(() -> fit(gamma))
        .isInstanceOf(FitException.class)
        .hasMessage("y: gamma cannot be fitted");
  }

  @Test
  void fewerThanTenRowsAreRefusedWithTheMinimum() {
    Table nine = COHORT.select(IntStream.range(0, 9).toArray());

    assertThatThrownBy(
            () -> ClassicCopula.fit(nine, ClassicOptions.published(), Cohorts.SEED, "fit"))
        .isInstanceOf(FitException.class)
        .hasMessageContaining("at least 10 rows, there are 9");
  }

  @Test
  void parametersNameChoicesAndNoNumbersOfPatients() {
    var parameters = fit(ClassicOptions.published()).parameters().toMap();

    assertThat(parameters)
        .containsOnlyKeys(
            "imputation",
            "family",
            "marginals",
            "constantColumns",
            "emptyColumns",
            "correlationRepair");
    assertThat(parameters.get("family")).isEqualTo("best of seven");
    assertThat(fit(NORMAL).parameters().toMap())
        .containsEntry("family", "normal")
        .containsEntry("imputation", "NONE");
  }

  private static ClassicModel fit(ClassicOptions options) {
    return ClassicCopula.fit(COHORT, options, Cohorts.SEED, "fit/release");
  }

  private static double share(Table table, int code) {
    int[] codes = Arrays.stream(table.codes(3)).filter(c -> c >= 0).toArray();
    return (double) Arrays.stream(codes).filter(c -> c == code).count() / codes.length;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElseThrow();
  }

  private static double sd(double[] values) {
    double mean = mean(values);
    return Math.sqrt(
        Arrays.stream(values)
            .filter(v -> !Double.isNaN(v))
            .map(v -> (v - mean) * (v - mean))
            .average()
            .orElseThrow());
  }
}
