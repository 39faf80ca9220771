package org.spineregistry.synthesis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.metric.Estimate;
import org.spineregistry.synthesis.testing.PbcData;

class CoxModelTest {
  private static final double[] COEFFICIENTS = {
    0.03960913298, 0.8963114443, 0.8635506474, -2.506923226, 2.386839266
  };
  private static final double[] ERRORS = {
    0.00767196853, 0.2714099296, 0.08294096746, 0.6529156391, 0.7685092633
  };

  /**
   * Death on age, edema, ln bilirubin, ln albumin and ln prothrombin time. Therneau and Grambsch
   * (2000, Modeling Survival Data) print 0.040, 0.896, 0.86, -2.51 and 2.39; more digits by a
   * separate program in NumPy with explicit risk sets.
   */
  @Test
  void mayoModelAgrees() {
    Mayo mayo = Mayo.complete();
    assertThat(mayo.times.size()).isEqualTo(416);
    assertThat(mayo.times.eventCount()).isEqualTo(160);

    CoxModel model = CoxModel.of(mayo.times, mayo.x);

    for (int j = 0; j < COEFFICIENTS.length; j++) {
      assertThat(model.coefficients()[j]).isCloseTo(COEFFICIENTS[j], within(1e-8));
      assertThat(model.standardErrors()[j]).isCloseTo(ERRORS[j], within(1e-8));
      Estimate estimate = model.estimates()[j];
      assertThat(estimate.isSignificant()).isTrue();
      assertThat(estimate.interval().lower())
          .isCloseTo(COEFFICIENTS[j] - 1.959963984540054 * ERRORS[j], within(1e-7));
    }
    assertThat(model.logLikelihoodWithout()).isCloseTo(-866.957296675, within(1e-8));
    assertThat(model.logLikelihood()).isCloseTo(-751.469744421, within(1e-8));
    assertThat(new Concordance(mayo.times, model.risks(mayo.x)).value())
        .isCloseTo(0.834674147405, within(1e-11));
  }

  /** Efron's method as printed for Miller's data: 0.9155 with standard error 0.5119. */
  @Test
  void leukemiaModelAgrees() {
    CoxModel model = CoxModel.of(Leukemia.all(), Leukemia.isOther());

    assertThat(model.coefficients()[0]).isCloseTo(0.9155, within(0.00005));
    assertThat(model.standardErrors()[0]).isCloseTo(0.5119, within(0.00005));
    assertThat(model.logLikelihoodWithout()).isCloseTo(-42.72483926276023, within(1e-10));
  }

  /** Four deaths at one moment: the product 10 (10 - 2.5) (10 - 5) (10 - 7.5) of equal hazards. */
  @Test
  void tiedDeathsShareTheirHazardsInEfronsProduct() {
    double[] times = new double[10];
    boolean[] events = new boolean[10];
    Arrays.fill(times, 3);
    Arrays.fill(events, 0, 4, true);
    SurvivalTimes data = new SurvivalTimes(IntStream.range(0, 10).toArray(), times, events);
    double[][] x = new double[10][1];
    for (int i = 0; i < 10; i++) {
      x[i][0] = i % 3;
    }

    double expected = 0;
    for (int dead = 0; dead < 4; dead++) {
      expected -= StrictMath.log(10 - dead / 4.0 * 4);
    }

    assertThat(CoxModel.of(data, x).logLikelihoodWithout()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void determinedPredictorsHaveNoCoefficient() {
    Mayo mayo = Mayo.complete();
    double[][] x = new double[mayo.x.length][];
    for (int i = 0; i < x.length; i++) {
      double[] row = mayo.x[i];
      x[i] = new double[] {row[0], 7, 365.25 * row[0] - 3, row[1], row[2], row[3], row[4]};
    }

    CoxModel model = CoxModel.of(mayo.times, x);

    assertThat(model.coefficients()[1]).isNaN();
    assertThat(model.coefficients()[2]).isNaN();
    assertThat(model.estimates()[2].interval()).isNull();
    assertThat(model.coefficients()[0]).isCloseTo(COEFFICIENTS[0], within(1e-8));
    assertThat(model.risks(x)[5])
        .isCloseTo(CoxModel.of(mayo.times, mayo.x).risks(mayo.x)[5], within(1e-8));
  }

  /** Nobody with the predictor has the event: the likelihood rises without end. */
  @Test
  void anEndlessCoefficientHasNoInterval() {
    SurvivalTimes times = Leukemia.all();
    double[][] x = new double[times.size()][2];
    for (int i = 0; i < x.length; i++) {
      x[i][0] = Leukemia.isOther()[i][0];
      x[i][1] = times.events()[i] ? 0 : 1;
    }

    CoxModel model = CoxModel.of(times, x);

    assertThat(model.coefficients()[1]).isLessThan(-5);
    assertThat(model.estimates()[1].interval()).isNull();
    assertThat(model.estimates()[0].interval()).isNotNull();
  }

  /** A whole Newton step from zero passes the maximum when a predictor has a long tail. */
  @Test
  void longTailsDoNotMakeTheSearchDiverge() {
    double[][] x = Mayo.complete().x;
    for (double[] row : x) {
      row[2] = StrictMath.exp(2 * row[2]);
    }

    CoxModel model = CoxModel.of(Mayo.complete().times, x);

    assertThat(model.logLikelihood()).isGreaterThan(model.logLikelihoodWithout());
    assertThat(model.estimates()).allMatch(estimate -> estimate.interval() != null);
  }

  @Test
  void withoutEventsThereIsNoModel() {
    SurvivalTimes censored = new SurvivalTimes(new int[3], new double[] {1, 2, 3}, new boolean[3]);

    assertThat(CoxModel.of(censored, new double[][] {{1}, {2}, {4}})).isNull();
  }

  @Test
  void fewerEventsThanPredictorsGiveNoModel() {
    SurvivalTimes one =
        new SurvivalTimes(
            new int[4], new double[] {3, 1, 2, 3}, new boolean[] {false, false, true, false});

    assertThat(CoxModel.of(one, new double[][] {{1, 5, 1}, {2, 1, 9}, {4, 2, 3}, {3, 4, 4}}))
        .isNull();
  }

  @Test
  void everyTimeNeedsARow() {
    assertThatThrownBy(() -> CoxModel.of(Leukemia.all(), new double[3][1]))
        .hasMessageContaining("row of predictors");
  }

  /** Patients with all five predictors. */
  private record Mayo(SurvivalTimes times, double[][] x) {
    static Mayo complete() {
      double[] age = PbcData.numbers("age");
      double[] edema = PbcData.numbers("edema");
      double[] bili = PbcData.numbers("bili");
      double[] albumin = PbcData.numbers("albumin");
      double[] protime = PbcData.numbers("protime");
      int[] rows =
          IntStream.range(0, age.length)
              .filter(i -> !Double.isNaN(age[i] + edema[i] + bili[i] + albumin[i] + protime[i]))
              .toArray();
      double[][] x = new double[rows.length][];
      for (int i = 0; i < rows.length; i++) {
        int row = rows[i];
        x[i] =
            new double[] {
              age[row],
              edema[row],
              StrictMath.log(bili[row]),
              StrictMath.log(albumin[row]),
              StrictMath.log(protime[row])
            };
      }
      return new Mayo(SurvivalTimes.of(PbcData.cohort().select(rows), PbcData.DEATH), x);
    }
  }
}
