package org.spineregistry.synthesis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.report.MissingnessPlot.Joint;
import org.spineregistry.synthesis.report.MissingnessPlot.Rate;
import org.spineregistry.synthesis.report.RocCurve.Point;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.OptData;

class FigureDataTest {
  @Test
  void missingRatesAndJointRatesAreThoseOfTheFile() {
    Table cohort = OptData.cohort();
    MissingnessPlot plot = MissingnessPlot.of(cohort, cohort);

    assertThat(plot.rates()).hasSize(29);
    assertThat(rate(plot, "hispanic").real()).isCloseTo(145 / 823.0, within(0.001));
    assertThat(rate(plot, "treatmentHours").real()).isCloseTo(428 / 823.0, within(0.001));
    Joint visits =
        plot.joint().stream()
            .filter(pair -> pair.first().equals("attachmentLossMmVisit3 and 5 more"))
            .filter(pair -> pair.second().equals("attachmentLossMmVisit5 and 4 more"))
            .findFirst()
            .orElseThrow();
    assertThat(visits.real()).isCloseTo(101 / 823.0, within(0.001));
    assertThat(visits.synthetic()).isEqualTo(0.123);
  }

  @Test
  void aRateOfOneToFourPatientsIsNotShown() {
    for (int missing = 0; missing <= 20; missing++) {
      Table cohort = withMissing(missing);
      List<Rate> rates = MissingnessPlot.of(cohort, withMissing(10)).rates();
      boolean few = (missing > 0 && missing < 5) || (missing > 15 && missing < 20);

      assertThat(rates).hasSize(1);
      assertThat(rates.get(0).real() == null).as("%d missing", missing).isEqualTo(few);
    }
  }

  @Test
  void sharesOfACohortAreRoundedMoreCoarselyThanOnePatient() {
    assertThat(Shares.ofCohort(1, 3)).isEqualTo(0.5);
    assertThat(Shares.ofCohort(17, 125)).isEqualTo(0.14);
    assertThat(Shares.ofCohort(145, 823)).isEqualTo(0.176);
    assertThat(Shares.ofCohort(145, 5000)).isEqualTo(0.029);
  }

  @Test
  void correlationsAreHundredthsAndTheLargestDifferenceComesFirst() {
    double[][] real = {{1, .456, Double.NaN}, {.456, 1, -.2}, {Double.NaN, -.2, 1}};
    double[][] synthetic = {{1, .451, .3}, {.451, 1, .104}, {.3, .104, 1}};

    CorrelationMap map = CorrelationMap.of(List.of("a", "b", "c"), real, synthetic);

    assertThat(map.real().get(0)).containsExactly(1.0, .46, null);
    assertThat(map.difference(0, 2)).isNull();
    assertThat(map.pairs())
        .containsExactly(
            new CorrelationMap.Pair("b", "c", -.2, .1),
            new CorrelationMap.Pair("a", "b", .46, .45));
    assertThat(map.pairs().get(0).difference()).isEqualTo(.3);
  }

  @Test
  void aCurveCrossesFivePatientsAStep() {
    boolean[] member = new boolean[40];
    double[] scores = new double[40];
    for (int i = 0; i < 40; i++) {
      member[i] = i % 2 == 0;
      scores[i] = -i;
    }

    RocCurve curve = RocCurve.of("distance", .51, null, scores, member, 1);

    assertThat(curve.points())
        .containsExactly(
            new Point(0, 0),
            new Point(.1, .15),
            new Point(.25, .25),
            new Point(.35, .4),
            new Point(.5, .5),
            new Point(.6, .65),
            new Point(.75, .75),
            new Point(.85, .9),
            new Point(1, 1));
  }

  @Test
  void aCurveOfPooledScoresCrossesFivePatientsAStep() {
    List<Point> points =
        RocCurve.of(
                "ratio",
                .5,
                null,
                IntStream.range(0, 400).mapToDouble(i -> i % 200).toArray(),
                members(400),
                10)
            .points();

    assertThat(points).hasSize(9);
  }

  @Test
  void patientsWithEqualScoresAreCrossedTogether() {
    double[] scores = new double[30];
    assertThat(RocCurve.of("distance", .5, null, scores, members(30), 1).points())
        .containsExactly(new Point(0, 0), new Point(1, 1));
  }

  @Test
  void aCurveNeedsMembersAndStrangers() {
    assertThatThrownBy(() -> RocCurve.of("distance", .5, null, new double[3], new boolean[3], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("distance");
  }

  @Test
  void aGroupOfFewerThanFivePatientsIsNoRow() {
    assertThatThrownBy(() -> new SubgroupRow("age", "90 and more", 4, "KS", .1, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("90");
  }

  private static boolean[] members(int size) {
    boolean[] member = new boolean[size];
    for (int i = 0; i < size; i += 2) {
      member[i] = true;
    }
    return member;
  }

  private static Rate rate(MissingnessPlot plot, String column) {
    return plot.rates().stream()
        .filter(rate -> rate.column().equals(column))
        .findFirst()
        .orElseThrow();
  }

  private static Table withMissing(int missing) {
    double[] values = new double[20];
    for (int row = 0; row < missing; row++) {
      values[row] = Double.NaN;
    }
    List<ColumnValues> columns = new ArrayList<>(List.of(ColumnValues.numbers(values)));
    return Table.of(List.of(Column.number("x", 0)), columns);
  }
}
