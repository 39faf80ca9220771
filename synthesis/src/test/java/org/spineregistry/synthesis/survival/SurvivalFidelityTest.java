package org.spineregistry.synthesis.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.metric.CoefficientFidelity;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.testing.PbcData;

/** Parts of the Mayo cohort stand for cohort and release; numbers by SciPy and NumPy. */
class SurvivalFidelityTest {
  private static final Offset<Double> PRECISE = within(1e-8);
  private static final Table EVEN = PbcData.rows(row -> row % 2 == 0);
  private static final Table ODD = PbcData.rows(row -> row % 2 == 1);

  @Test
  void curvesAndLogRankAgree() {
    SurvivalFidelity fidelity = SurvivalFidelity.of(task(), EVEN, ODD);

    assertThat(fidelity.largestDifference()).isCloseTo(0.151649423566, PRECISE);
    assertThat(fidelity.logRank().statistic()).isCloseTo(0.348371239493, PRECISE);
    double[] times = {481.75, 953, 1696.75};
    double[] cohort = {0.909090909091, 0.816330700168, 0.710491725711};
    double[] release = {0.928229665072, 0.846470076939, 0.716563975382};
    for (int q = 0; q < times.length; q++) {
      SurvivalFidelity.QuartileSurvival quartile = fidelity.quartiles().get(q);
      assertThat(quartile.share()).isEqualTo(0.25 * (q + 1));
      assertThat(quartile.time()).isEqualTo(times[q]);
      assertThat(quartile.cohort()).isCloseTo(cohort[q], PRECISE);
      assertThat(quartile.difference()).isCloseTo(release[q] - cohort[q], PRECISE);
    }
  }

  @Test
  void hazardRatiosAgree() {
    SurvivalFidelity fidelity = SurvivalFidelity.of(task(), EVEN, ODD);

    List<CoefficientFidelity> ratios = fidelity.hazardRatios();
    assertThat(ratios.stream().map(CoefficientFidelity::name))
        .containsExactly("age", "albumin", "bili", "edema", "platelet", "protime", "sex=m");
    double[] cohort = {
      0.03108334511,
      -0.6423574864,
      0.1228444515,
      1.014566723,
      1.731636311e-05,
      0.08988989383,
      0.649688186
    };
    double[] release = {
      0.03439206106,
      -1.157353313,
      0.1286334153,
      0.7198214015,
      -0.002299586212,
      0.4361141576,
      0.1768223459
    };
    double[] overlap = {
      0.9298132049,
      0.5596466622,
      0.8943236216,
      0.8271509876,
      0.5376267868,
      0.1336906188,
      0.6491598554
    };
    for (int j = 0; j < overlap.length; j++) {
      assertThat(ratios.get(j).cohort()).isCloseTo(cohort[j], PRECISE);
      assertThat(ratios.get(j).release()).isCloseTo(release[j], PRECISE);
      assertThat(ratios.get(j).overlap()).isCloseTo(overlap[j], PRECISE);
      assertThat(ratios.get(j).significant()).isEqualTo(j < 4);
    }
    assertThat(fidelity.lostSigns()).isEmpty();
    assertThat(fidelity.meanOverlap()).isCloseTo(0.647344, within(1e-6));
  }

  /** Trained on one third or another of the patients, tested on the last third. */
  @Test
  void transferAgrees() {
    SurvivalTransfer transfer =
        SurvivalTransfer.of(
            task(),
            PbcData.rows(row -> row % 3 == 0),
            PbcData.rows(row -> row % 3 == 1),
            PbcData.rows(row -> row % 3 == 2));

    assertThat(transfer.synthetic()).isCloseTo(0.797454220634, PRECISE);
    assertThat(transfer.real()).isCloseTo(0.818892362662, PRECISE);
  }

  @Test
  void aCopyOfTheCohortKeepsEverything() {
    SurvivalFidelity fidelity = SurvivalFidelity.of(task(), EVEN, EVEN);

    assertThat(fidelity.largestDifference()).isZero();
    assertThat(fidelity.logRank().statistic()).isCloseTo(0, within(1e-20));
    assertThat(fidelity.meanOverlap()).isEqualTo(1);
  }

  @Test
  void withoutEventsOnlyTheCurvesRemain() {
    TimeToEvent never = new TimeToEvent("time", "status", Set.of("9"));
    SurvivalTask task = SurvivalTask.of(never, EVEN);

    SurvivalFidelity fidelity = SurvivalFidelity.of(task, EVEN, ODD);

    assertThat(fidelity.largestDifference()).isZero();
    assertThat(fidelity.quartiles()).isEmpty();
    assertThat(fidelity.logRank().statistic()).isNaN();
    assertThat(fidelity.hazardRatios()).isEmpty();
    assertThat(fidelity.meanOverlap()).isNaN();
    assertThat(SurvivalTransfer.of(task, EVEN, ODD, ODD).real()).isNaN();
  }

  private static SurvivalTask task() {
    return SurvivalTask.of(PbcData.DEATH, PbcData.cohort());
  }
}
