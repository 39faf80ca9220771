package org.spineregistry.synthesis.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class IntervalOverlapPropertyTest {
  @Property(tries = 200, seed = "2026")
  void symmetricAndUnchangedByScaleAndShift(
      @ForAll @DoubleRange(min = -10, max = 10) double at,
      @ForAll @DoubleRange(min = 0.1, max = 10) double length,
      @ForAll @DoubleRange(min = 0.1, max = 10) double scale) {
    Interval one = new Interval(0, 1);
    Interval other = new Interval(at, at + length);
    Interval farOne = new Interval(5, 5 + scale);
    Interval farOther = new Interval(5 + scale * at, 5 + scale * (at + length));

    double raw = IntervalOverlap.raw(one, other);

    assertThat(IntervalOverlap.raw(other, one)).isCloseTo(raw, within(1e-12));
    assertThat(IntervalOverlap.raw(farOne, farOther)).isCloseTo(raw, within(1e-9));
    assertThat(IntervalOverlap.of(one, other)).isBetween(0.0, 1.0);
    assertThat(raw >= 0).isEqualTo(at <= 1 && at + length >= 0);
  }

  @Property(tries = 50, seed = "2026")
  void anIntervalOverlapsItselfWholly(@ForAll @DoubleRange(min = 0, max = 10) double length) {
    Interval one = new Interval(2, 2 + length);

    assertThat(IntervalOverlap.raw(one, one)).isEqualTo(1);
  }

  @Test
  void aPointIsInsideOrOutside() {
    Interval one = new Interval(0, 2);

    assertThat(IntervalOverlap.of(one, new Interval(1, 1))).isEqualTo(0.5);
    assertThat(IntervalOverlap.of(one, new Interval(3, 3))).isZero();
    assertThat(IntervalOverlap.of(new Interval(3, 3), new Interval(4, 4))).isZero();
  }
}
