package org.spineregistry.synthesis.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Growing bytes of a CSV file. Numbers go in digit by digit, without a text in between. */
final class CsvBuffer {
  private static final int LONGEST_NUMBER = 40;

  private byte[] bytes;
  private int size;

  CsvBuffer(int capacity) {
    bytes = new byte[capacity];
  }

  /** A text as a cell, quoted if it must be. */
  static byte[] cell(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    String cell = plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    return cell.getBytes(StandardCharsets.UTF_8);
  }

  void put(char ascii) {
    ensure(1);
    bytes[size++] = (byte) ascii;
  }

  void put(byte[] encoded) {
    ensure(encoded.length);
    System.arraycopy(encoded, 0, bytes, size, encoded.length);
    size += encoded.length;
  }

  /** A number with exactly that many decimals; nothing when it is missing. */
  void put(double value, int decimals) {
    if (Double.isNaN(value)) {
      return;
    }
    ensure(LONGEST_NUMBER);
    long scaled = (long) Math.rint(value * Decimal.power(decimals));
    if (scaled < 0) {
      bytes[size++] = '-';
    }
    digits(Math.abs(scaled), decimals);
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void digits(long scaled, int decimals) {
    int length = 1;
    for (long rest = scaled / 10; rest > 0; rest /= 10) {
      length++;
    }
    length = Math.max(length, decimals + 1);
    int end = size + length + (decimals > 0 ? 1 : 0);
    int at = end;
    long rest = scaled;
    for (int digit = 0; digit < length; digit++) {
      if (digit == decimals && decimals > 0) {
        bytes[--at] = '.';
      }
      bytes[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    size = end;
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
