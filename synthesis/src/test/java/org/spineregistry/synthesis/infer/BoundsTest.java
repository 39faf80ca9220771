package org.spineregistry.synthesis.infer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {
  private static final NameWords NAME = new NameWords("score");

  private static Bounds of(int decimals, double... values) {
    int[] counts = new int[values.length];
    Arrays.fill(counts, 1);
    return Bounds.of(new NumberTexts(values, counts, values.length, decimals, 0), decimals, NAME);
  }

  @ParameterizedTest
  @CsvSource({
    "26.28, 78.44, 2, 25, 80",
    "0.3, 28, 1, 0, 30",
    "120, 1775, 0, 100, 1800",
    "41, 4795, 0, 0, 4800",
    "25, 80, 0, 20, 85",
    "-7.3, 12.1, 1, -8, 13",
    "0, 3, 0, 0, 4",
    "1.001, 1.009, 3, 1, 1.01",
    "7, 7, 0, 6, 8"
  })
  void areRoundedOutwardToANiceStep(
      double least, double most, int decimals, double minimum, double maximum) {
    Bounds bounds = of(decimals, least, (least + most) / 2, most);

    assertThat(bounds).isEqualTo(new Bounds(minimum, maximum));
  }

  @Property(tries = 2000, seed = "2026")
  void holdEveryNumberAndAreNoPatientsExtreme(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = -3000, max = 90_000) Integer> numbers,
      @ForAll @IntRange(max = 3) int decimals) {
    double power = List.of(1, 10, 100, 1000).get(decimals);
    double[] values = numbers.stream().distinct().mapToDouble(n -> n / power).toArray();
    double least = Arrays.stream(values).min().orElseThrow();
    double most = Arrays.stream(values).max().orElseThrow();

    Bounds bounds = of(decimals, values);

    assertThat(bounds.maximum()).isGreaterThan(most);
    if (least == 0) {
      assertThat(bounds.minimum()).isZero();
    } else {
      assertThat(bounds.minimum()).isLessThan(least);
    }
    assertThat(bounds.minimum() < 0).isEqualTo(least < 0);
  }

  /** An end of a scale that five patients reached tells of none of them. */
  @Test
  void mayBeAnExtremeThatFivePatientsShare() {
    NumberTexts numbers = new NumberTexts(new double[] {1, 2, 4}, new int[] {5, 9, 4}, 18, 0, 0);

    assertThat(Bounds.of(numbers, 0, NAME)).isEqualTo(new Bounds(1, 5));
  }

  @Test
  void ofAShareAreThoseOfAShare() {
    NumberTexts numbers = new NumberTexts(new double[] {3, 71}, new int[] {1, 1}, 2, 0, 0);

    assertThat(Bounds.of(numbers, 0, new NameWords("bleedingPct"))).isEqualTo(new Bounds(0, 100));
    assertThat(Bounds.of(numbers, 0, new NameWords("percent.free"))).isEqualTo(new Bounds(0, 100));
  }
}
