package org.spineregistry.synthesis.cohort;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** Knows the texts that mean no value. */
public final class MissingTexts {
  private final byte[][] texts;
  private final boolean[] firstBytes = new boolean[256];

  /**
   * @param texts the empty one need not be among them
   */
  public MissingTexts(Set<String> texts) {
    this.texts =
        texts.stream()
            .filter(text -> !text.isEmpty())
            .map(text -> text.getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    for (byte[] text : this.texts) {
      firstBytes[text[0] & 0xFF] = true;
    }
  }

  /** Whether the bytes from {@code start} to {@code end} mean no value. */
  public boolean isMissing(byte[] file, int start, int end) {
    if (start == end) {
      return true;
    }
    if (!firstBytes[file[start] & 0xFF]) {
      return false;
    }
    for (byte[] text : texts) {
      if (Arrays.equals(text, 0, text.length, file, start, end)) {
        return true;
      }
    }
    return false;
  }
}
