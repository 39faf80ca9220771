package org.spineregistry.ingestor.rest;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.spineregistry.ingestor.code.IntakeCode;

/**
 * The lines of a bulk request, one at a time, so that a body of any size takes the memory of one
 * line.
 */
final class Lines {
  private static final int BUFFER = 65_536;

  /** The body is longer than allowed. */
  static final class BodyTooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final InputStream in;
  private final int mostLineBytes;
  private final long mostBytes;
  private long bytes;
  private int number;

  /**
   * @param mostLineBytes longest line
   * @param mostBytes longest body
   */
  Lines(InputStream in, int mostLineBytes, long mostBytes) {
    this.in = new BufferedInputStream(in, BUFFER);
    this.mostLineBytes = mostLineBytes;
    this.mostBytes = mostBytes;
  }

  /** Number of the line that was read last, from 1; blank lines count. */
  int number() {
    return number;
  }

  /**
   * The next line that is not blank, without its end; null at the end of the body. A line that is
   * too long is read to its end, so that the next call goes on behind it.
   *
   * @throws NotJson when this line is too long
   * @throws BodyTooLong when the body is too long
   * @throws IOException when it did not arrive whole
   */
  byte[] next() throws IOException, NotJson {
    byte[] line = line();
    while (line != null && isBlank(line)) {
      line = line();
    }
    return line;
  }

  private byte[] line() throws IOException, NotJson {
    ByteArrayOutputStream line = new ByteArrayOutputStream(2048);
    int size = 0;
    int b = read();
    if (b < 0) {
      return null;
    }
    number++;
    while (b >= 0 && b != '\n') {
      if (++size <= mostLineBytes) {
        line.write(b);
      }
      b = read();
    }
    if (size > mostLineBytes) {
      throw new NotJson(
          IntakeCode.TOO_LARGE, "The line has more than " + mostLineBytes + " bytes.");
    }
    return line.toByteArray();
  }

  private int read() throws IOException {
    int b = in.read();
    if (b >= 0 && ++bytes > mostBytes) {
      throw new BodyTooLong();
    }
    return b;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
