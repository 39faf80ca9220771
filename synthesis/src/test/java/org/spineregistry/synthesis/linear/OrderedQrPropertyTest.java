package org.spineregistry.synthesis.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.spineregistry.synthesis.random.RandomStream;
import org.spineregistry.synthesis.random.Seed;

class OrderedQrPropertyTest {
  private static final RandomStream RANDOM = Seed.ofHex("67".repeat(32)).stream("qr");

  @Property(tries = 60, seed = "2026")
  void orthonormalAndMultipliesBack(
      @ForAll @IntRange(min = 8, max = 30) int rows, @ForAll @IntRange(min = 1, max = 8) int size) {
    double[][] columns = columns(rows, size);

    OrderedQr qr = OrderedQr.of(columns);

    assertThat(qr.kept()).hasSize(size);
    for (int j = 0; j < size; j++) {
      for (int k = 0; k < size; k++) {
        assertThat(dot(qr.q()[j], qr.q()[k])).isCloseTo(j == k ? 1 : 0, within(1e-14));
      }
      for (int i = 0; i < rows; i++) {
        double product = 0;
        for (int k = 0; k <= j; k++) {
          product += qr.q()[k][i] * qr.r()[j][k];
        }
        assertThat(product).isCloseTo(columns[j][i], within(1e-9));
      }
    }
  }

  /** Residuals of the nearest combination are orthogonal to every column. */
  @Property(tries = 60, seed = "2026")
  void residualsAreOrthogonal(
      @ForAll @IntRange(min = 8, max = 30) int rows, @ForAll @IntRange(min = 1, max = 8) int size) {
    double[][] columns = columns(rows, size);
    double[] y = new double[rows];
    for (int i = 0; i < rows; i++) {
      y[i] = RANDOM.normal(i, 99, 0);
    }

    double[] b = OrderedQr.of(columns).nearest(y);

    double[] residuals = y.clone();
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < rows; i++) {
        residuals[i] -= b[j] * columns[j][i];
      }
    }
    for (double[] column : columns) {
      assertThat(dot(column, residuals)).isCloseTo(0, within(1e-9));
    }
  }

  @Property(tries = 60, seed = "2026")
  void aCombinationOfEarlierColumnsIsLeftOut(
      @ForAll @IntRange(min = 8, max = 30) int rows, @ForAll @IntRange(min = 3, max = 8) int size) {
    double[][] columns = columns(rows, size);
    for (int i = 0; i < rows; i++) {
      columns[2][i] = 3 * columns[0][i] - columns[1][i] / 7;
    }

    assertThat(OrderedQr.of(columns).kept()).hasSize(size - 1).doesNotContain(2);
  }

  /** Columns far from 0, as ages and years are. */
  private static double[][] columns(int rows, int size) {
    double[][] columns = new double[size][rows];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < rows; i++) {
        columns[j][i] = 40 + RANDOM.normal(i, size, j);
      }
    }
    return columns;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
