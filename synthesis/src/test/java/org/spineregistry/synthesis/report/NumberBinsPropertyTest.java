package org.spineregistry.synthesis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.spineregistry.synthesis.report.MarginalPlot.Bar;
import org.spineregistry.synthesis.table.Column;

class NumberBinsPropertyTest {
  private static final Column COLUMN = Column.number("x", 1);

  @Property
  void everyBarHoldsFivePatientsAndTogetherTheyHoldAll(@ForAll("cohorts") double[] cohort) {
    List<Bar> bars = NumberBins.of(COLUMN, cohort, cohort);

    int last = bars.size() - 1;
    long placed = 0;
    for (int b = 0; b <= last; b++) {
      double from = b == 0 ? Double.NEGATIVE_INFINITY : bars.get(b).from();
      double to = b == last ? Double.POSITIVE_INFINITY : bars.get(b).to();
      long held = Arrays.stream(cohort).filter(value -> value >= from && value < to).count();
      assertThat(held).isGreaterThanOrEqualTo(5);
      assertThat(bars.get(b).from()).isLessThan(bars.get(b).to());
      placed += held;
    }
    assertThat(placed).isEqualTo(cohort.length);
    double synthetic = bars.stream().mapToDouble(Bar::synthetic).sum();
    assertThat(synthetic).isCloseTo(1, within(bars.size() * 0.0005 + 1e-12));
  }

  @Property
  void theFourOutermostPatientsOfASideCanHaveAnyValue(
      @ForAll("cohorts") double[] cohort, @ForAll("shifts") double[] shifts) {
    double[] sorted = cohort.clone();
    Arrays.sort(sorted);
    double[] moved = sorted.clone();
    for (int i = 0; i < 4; i++) {
      moved[i] = sorted[i] - shifts[i];
      moved[sorted.length - 1 - i] = sorted[sorted.length - 1 - i] + shifts[4 + i];
    }

    assertThat(NumberBins.of(COLUMN, moved, cohort))
        .isEqualTo(NumberBins.of(COLUMN, cohort, cohort));
  }

  @Provide
  Arbitrary<double[]> cohorts() {
    return Arbitraries.integers()
        .between(-5000, 90_000)
        .map(tenths -> tenths / 10.0)
        .array(double[].class)
        .ofMinSize(10)
        .ofMaxSize(120);
  }

  @Provide
  Arbitrary<double[]> shifts() {
    return Arbitraries.integers()
        .between(0, 1_000_000)
        .map(tenths -> tenths / 10.0)
        .array(double[].class)
        .ofSize(8);
  }
}
