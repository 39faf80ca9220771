package org.spineregistry.cli.certify;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Rows of two CSV files under one header. */
final class JoinedFiles {
  private JoinedFiles() {}

  /** Both when they begin with the same plain line; else the first alone. */
  static byte[] of(byte[] first, byte[] second) {
    int header = headerEnd(first);
    if (header == 0
        || !Arrays.equals(first, 0, header, second, 0, Math.min(header, second.length))) {
      return first;
    }
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    if (first[first.length - 1] != '\n') {
      joined.write('\n');
    }
    joined.write(second, header, second.length - header);
    return joined.toByteArray();
  }

  /** Position behind the first line; 0 when it has quotes, in which a line need not end. */
  private static int headerEnd(byte[] file) {
    for (int i = 0; i < file.length && file[i] != '"'; i++) {
      if (file[i] == '\n') {
        return i + 1;
      }
    }
    return 0;
  }
}
