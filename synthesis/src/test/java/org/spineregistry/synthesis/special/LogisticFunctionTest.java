package org.spineregistry.synthesis.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class LogisticFunctionTest {
  @Test
  void farOutNothingOverflows() {
    assertThat(LogisticFunction.value(1000)).isEqualTo(1);
    assertThat(LogisticFunction.value(-1000)).isZero();
    assertThat(LogisticFunction.logOnePlusExp(1000)).isEqualTo(1000);
    assertThat(LogisticFunction.logOnePlusExp(-1000)).isZero();
    assertThat(LogisticFunction.logOnePlusExp(-40)).isEqualTo(StrictMath.exp(-40));
  }

  @Property(tries = 200, seed = "2026")
  void oddsAndLogarithmFollowFromTheDefinition(@ForAll @DoubleRange(min = -30, max = 30) double x) {
    double p = LogisticFunction.value(x);

    assertThat(StrictMath.log(p / LogisticFunction.value(-x))).isCloseTo(x, within(1e-12));
    assertThat(p + LogisticFunction.value(-x)).isCloseTo(1, within(1e-15));
    assertThat(LogisticFunction.logOnePlusExp(x)).isCloseTo(x - StrictMath.log(p), within(1e-13));
  }
}
