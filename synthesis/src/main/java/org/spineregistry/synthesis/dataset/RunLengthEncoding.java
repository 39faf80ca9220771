package org.spineregistry.synthesis.dataset;

import java.io.ByteArrayOutputStream;

/**
 * The hybrid of run lengths and packed bits of the Parquet format (encoding RLE): a run of equal
 * values is one number, the rest are groups of eight packed values.
 */
final class RunLengthEncoding {
  private static final int GROUP = 8;

  private RunLengthEncoding() {}

  /** Fewest bits that hold the values 0 to {@code largest}. */
  static int width(int largest) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(largest);
  }

  /**
   * Encodes values.
   *
   * @param values from 0 to 2^width - 1
   * @param width bits of a value, 1 to 31
   */
  static byte[] encode(int[] values, int width) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(values.length * width / 8 + 16);
    int at = 0;
    while (at < values.length) {
      int run = run(values, at);
      if (run >= GROUP) {
        varint(out, run << 1);
        littleEndian(out, values[at], (width + 7) / 8);
        at += run;
      } else {
        int end = packedEnd(values, at);
        varint(out, (end - at + GROUP - 1) / GROUP << 1 | 1);
        pack(out, values, at, end, width);
        at = end;
      }
    }
    return out.toByteArray();
  }

  /** Packs values bit by bit, the lowest first, and fills up the last group of eight with 0. */
  static void pack(ByteArrayOutputStream out, int[] values, int from, int to, int width) {
    long bits = 0;
    int held = 0;
    int padded = from + (to - from + GROUP - 1) / GROUP * GROUP;
    for (int i = from; i < padded; i++) {
      long value = i < to ? values[i] : 0;
      bits |= value << held;
      held += width;
      for (; held >= Byte.SIZE; held -= Byte.SIZE) {
        out.write((int) bits);
        bits >>>= Byte.SIZE;
      }
    }
  }

  static void littleEndian(ByteArrayOutputStream out, long value, int bytes) {
    for (int b = 0; b < bytes; b++) {
      out.write((int) (value >>> Byte.SIZE * b));
    }
  }

  /** The end of groups of eight that no long run interrupts at their edge. */
  private static int packedEnd(int[] values, int from) {
    int end = from;
    do {
      end = Math.min(values.length, end + GROUP);
    } while (end < values.length && run(values, end) < GROUP);
    return end;
  }

  private static int run(int[] values, int from) {
    int end = from + 1;
    while (end < values.length && values[end] == values[from]) {
      end++;
    }
    return end - from;
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    for (; (rest & ~0x7F) != 0; rest >>>= 7) {
      out.write(rest & 0x7F | 0x80);
    }
    out.write(rest);
  }
}
