package org.spineregistry.certification.threshold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ThresholdsTest {
  private static final Thresholds LISTED = new Thresholds(List.of(125L, 370L), null);
  private static final Thresholds GROWING =
      new Thresholds(List.of(125L, 370L), new BigDecimal("1.5"));

  @Test
  void nothingFollowsAListWithoutGrowth() {
    assertThat(LISTED.after(0)).hasValue(125);
    assertThat(LISTED.after(125)).hasValue(370);
    assertThat(LISTED.after(370)).isEmpty();
  }

  @Test
  void growsGeometricallyBehindTheListRoundedUp() {
    // 370 x 1.5 = 555; 555 x 1.5 = 832.5
    assertThat(GROWING.after(370)).hasValue(555);
    assertThat(GROWING.after(555)).hasValue(833);
  }

  @Test
  void namesEveryThresholdThatASizeHasReachedSinceTheLastRequest() {
    assertThat(GROWING.reached(0, 124)).isEmpty();
    assertThat(GROWING.reached(0, 125)).containsExactly(125L);
    assertThat(GROWING.reached(0, 900)).containsExactly(125L, 370L, 555L, 833L);
    assertThat(GROWING.reached(370, 900)).containsExactly(555L, 833L);
  }

  @Test
  void anEmptyListAsksForNothing() {
    assertThat(new Thresholds(List.of(), null).reached(0, 1_000)).isEmpty();
  }

  @Test
  void refusesAListThatDoesNotRise() {
    assertThatThrownBy(() -> new Thresholds(List.of(10L, 10L), null))
        .hasMessageContaining("thresholds");
    assertThatThrownBy(() -> new Thresholds(List.of(0L), null)).hasMessageContaining("thresholds");
  }

  @Test
  void refusesGrowthThatDoesNotGrow() {
    assertThatThrownBy(() -> new Thresholds(List.of(10L), BigDecimal.ONE))
        .hasMessageContaining("growthFactor");
    assertThatThrownBy(() -> new Thresholds(List.of(), BigDecimal.TEN))
        .hasMessageContaining("growthFactor");
    assertThatThrownBy(() -> new Thresholds(List.of(10L), new BigDecimal("1e30")))
        .hasMessageContaining("growthFactor: at most 1000");
    assertThatThrownBy(() -> new Thresholds(List.of(10L), new BigDecimal("1.0000001")))
        .hasMessageContaining("6 decimals");
  }

  @Test
  void nothingFollowsASizeThatNoRegistryReaches() {
    Thresholds steep = new Thresholds(List.of(1L), BigDecimal.valueOf(1_000));
    assertThat(steep.after(999_999_999)).hasValue(1_000_000_000);
    assertThat(steep.after(1_000_000_000_000L)).isEmpty();
    assertThat(new Thresholds(List.of(Long.MAX_VALUE), BigDecimal.TEN).after(Long.MAX_VALUE))
        .isEmpty();
  }

  @Property
  void countingOneByOneAsksForTheSameThresholdsAsOneJump(
      @ForAll @IntRange(min = 1, max = 50) int first,
      @ForAll @IntRange(min = 101, max = 300) int growthPercent,
      @ForAll @IntRange(min = 1, max = 2_000) int size) {
    Thresholds thresholds =
        new Thresholds(List.of((long) first), BigDecimal.valueOf(growthPercent, 2));
    List<Long> oneByOne = new ArrayList<>();
    long requested = 0;
    for (long n = 1; n <= size; n++) {
      for (long threshold : thresholds.reached(requested, n)) {
        oneByOne.add(threshold);
        requested = threshold;
      }
    }
    assertThat(oneByOne).isEqualTo(thresholds.reached(0, size)).doesNotHaveDuplicates();
  }
}
