package org.spineregistry.synthesis.copula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.condition.Conditions;
import org.spineregistry.synthesis.condition.ConditionsException;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.privacy.PrivacyBudget;
import org.spineregistry.synthesis.privacy.PrivacyLabel;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

/** A private fit of {@link NormalCohort}, whose distribution is known. */
class PrivateCopulaTest {
  private static final PrivacyBudget BUDGET = new PrivacyBudget(3, 1e-6);
  private static final Table COHORT = bounded(NormalCohort.table());

  @Test
  void correlationsComeBackWithinTheStatedNoise() {
    StepModel model = copula(BUDGET).fit(COHORT, "test");
    PrivacyLabel label = model.privacy().orElseThrow();
    double within = 5 * label.correlationDeviation() + 0.05;
    double[][] found = model.correlation();
    assertThat(found[1][0]).isCloseTo(NormalCohort.RHO, within(within));
    assertThat(found[6][0]).isCloseTo(0.7, within(within));
    assertThat(found[2][0]).isCloseTo(0.7, within(within));
    assertThat(label.patients()).isEqualTo(6000);
    assertThat(label.budget().rho()).isEqualTo(BUDGET.rho());
    // of seven columns, with three eighths of rho: sqrt(2 * 7) / sqrt(2 * 3 / 8 rho)
    assertThat(label.countDeviation()).isCloseTo(Math.sqrt(56 / 3.0 / BUDGET.rho()), within(1e-9));
  }

  @Test
  void rowsHaveTheSharesAndGapsOfThePatients() {
    Table rows = copula(BUDGET).fit(COHORT, "test").sample(6000, "rows").table();
    double missing = COHORT.missing(5) / 6000.0;
    assertThat(rows.missing(5) / 6000.0).isCloseTo(missing, within(0.03));
    assertThat(rows.missing(0)).isZero();
    assertThat(share(rows, 2, 0)).isCloseTo(0.5, within(0.04));
    assertThat(share(rows, 2, 2)).isCloseTo(0.2, within(0.04));
  }

  @Test
  void lessBudgetIsMoreNoise() {
    double strict = label(new PrivacyBudget(0.5, 1e-6)).correlationDeviation();
    assertThat(strict).isGreaterThan(5 * label(BUDGET).correlationDeviation());
  }

  @Test
  void theSameRunGivesTheSameRowsAndAnotherCohortHasOtherNoise() {
    PrivateCopula copula = copula(BUDGET);
    byte[] first = CsvWriter.write(copula.fit(COHORT, "test").sample(50, "rows").table());
    assertThat(CsvWriter.write(copula.fit(COHORT, "test").sample(50, "rows").table()))
        .isEqualTo(first);
    // one patient less: were the noise the same, the correlations would hardly move
    Table less = COHORT.select(IntStream.range(1, 6000).toArray());
    double[][] one = copula.fit(less, "test").correlation();
    double[][] other = copula.fit(COHORT, "test").correlation();
    double moved =
        Math.max(
            Math.abs(one[1][0] - other[1][0]),
            Math.max(Math.abs(one[2][0] - other[2][0]), Math.abs(one[6][0] - other[6][0])));
    assertThat(moved).isGreaterThan(0.1 * label(BUDGET).correlationDeviation());
  }

  /** Else the difference of two releases, weighted by their noise, would have none. */
  @Test
  void anotherBudgetOrSchemaHasOtherNoise() {
    double first = noise(new PrivateCopula(BUDGET, 3, Contract.none(), NormalCohort.SEED), COHORT);
    PrivacyBudget other = new PrivacyBudget(3, 2e-6);
    double rescaled =
        noise(new PrivateCopula(other, 3, Contract.none(), NormalCohort.SEED), COHORT)
            * BUDGET.deviation(1, 1)
            / other.deviation(1, 1);
    assertThat(rescaled).isNotCloseTo(first, within(1e-4));
    assertThat(noise(new PrivateCopula(BUDGET, 2, Contract.none(), NormalCohort.SEED), COHORT))
        .isNotCloseTo(first, within(1e-4));
  }

  /** A correlation less what a fit with hardly any noise finds. */
  private static double noise(PrivateCopula copula, Table cohort) {
    double exact = copula(new PrivacyBudget(10, 0.9)).fit(cohort, "test").correlation()[1][0];
    return copula.fit(cohort, "test").correlation()[1][0] - exact;
  }

  @Test
  void aCohortOfConstantsIsRefused() {
    Table constant =
        Table.of(
            List.of(Column.category("arm", List.of("low"))),
            List.of(ColumnValues.codes(new int[6000], List.of("low"))));
    assertThatThrownBy(() -> copula(BUDGET).fit(constant, "test"))
        .isInstanceOf(FitException.class)
        .hasMessageContaining("a column whose values differ");
  }

  @Test
  void tooFewPatientsAreToldWhatTheNoiseWouldBe() {
    Table few = COHORT.select(IntStream.range(0, 800).toArray());
    assertThatThrownBy(() -> copula(new PrivacyBudget(1, 1e-6)).fit(few, "test"))
        .isInstanceOf(FitException.class)
        .hasMessageContaining("needs 5,000 patients or more, here are 800")
        .hasMessageContaining("with epsilon 1 the noise of every correlation");
  }

  @Test
  void noPatientIsCountedAfterTheFit() {
    StepModel model = copula(BUDGET).fit(COHORT, "test");
    assertThatThrownBy(() -> model.sample(5, "rows", model.conditions("x>=1", Set.of())))
        .isInstanceOf(ConditionsException.class);
    assertThatThrownBy(() -> model.balanced(6, "rows", "arm", Conditions.none()))
        .isInstanceOf(ConditionsException.class);
  }

  @Test
  void whatOnlyTheDataCouldSayIsNamed() {
    assertThatThrownBy(() -> copula(BUDGET).fit(NormalCohort.table(), "test"))
        .isInstanceOf(FitException.class)
        .hasMessageContaining("x: the schema gives no min and max")
        .hasMessageContaining("dose: the schema gives no min and max");
  }

  private static PrivacyLabel label(PrivacyBudget budget) {
    return copula(budget).fit(COHORT, "test").privacy().orElseThrow();
  }

  private static PrivateCopula copula(PrivacyBudget budget) {
    return new PrivateCopula(budget, 3, Contract.none(), NormalCohort.SEED);
  }

  private static double share(Table rows, int column, int code) {
    return IntStream.of(rows.codes(column)).filter(c -> c == code).count() / (double) rows.rows();
  }

  private static Table bounded(Table table) {
    List<Column> columns = new ArrayList<>();
    List<ColumnValues> values = new ArrayList<>();
    for (int c = 0; c < table.columns().size(); c++) {
      Column column = table.columns().get(c);
      columns.add(column.isNumber() ? column.between(-6.0, 6.0) : column);
      values.add(
          column.isNumber()
              ? ColumnValues.numbers(table.numbers(c))
              : ColumnValues.codes(table.codes(c), table.levels(c)));
    }
    return Table.of(columns, values);
  }
}
