package org.spineregistry.synthesis.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RunLengthEncodingTest {
  /** The example of the format's document on encodings: 0 to 7 in three bits. */
  @Test
  void bitsArePackedAsTheFormatShows() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    RunLengthEncoding.pack(out, new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 0, 8, 3);

    assertThat(out.toByteArray()).containsExactly(0b10001000, 0b11000110, 0b11111010);
  }

  /**
   * {@code rle-run := varint(length << 1) value}, {@code bit-packed := varint(groups << 1 | 1)}.
   */
  @Test
  void runsAreNumbersAndTheRestIsPackedInGroupsOfEight() {
    int[] run = new int[100];
    Arrays.fill(run, 3);

    assertThat(RunLengthEncoding.encode(run, 2)).containsExactly(0b11001000, 0b1, 3);
    assertThat(RunLengthEncoding.encode(new int[] {0, 1, 2, 3, 4, 5, 6, 7}, 3))
        .containsExactly(0b11, 0b10001000, 0b11000110, 0b11111010);
    assertThat(RunLengthEncoding.encode(new int[] {1}, 1)).containsExactly(0b11, 1);
    assertThat(RunLengthEncoding.encode(new int[0], 1)).isEmpty();
  }

  @Test
  void valuesOfARunTakeAsManyBytesAsTheirBits() {
    int[] run = new int[8];
    Arrays.fill(run, 300);

    assertThat(RunLengthEncoding.encode(run, 9)).containsExactly(0b10000, 0x2C, 0x01);
  }

  @Test
  void theWidthHoldsTheLargestValue() {
    assertThat(RunLengthEncoding.width(0)).isZero();
    assertThat(RunLengthEncoding.width(1)).isEqualTo(1);
    assertThat(RunLengthEncoding.width(255)).isEqualTo(8);
    assertThat(RunLengthEncoding.width(256)).isEqualTo(9);
  }
}
