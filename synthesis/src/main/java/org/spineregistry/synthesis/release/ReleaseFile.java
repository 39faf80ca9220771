package org.spineregistry.synthesis.release;

import org.spineregistry.synthesis.dataset.DatasetFile;

/**
 * One file.
 *
 * @param bytes its content; must not be changed
 * @param facts name, type, size, digest
 */
public record ReleaseFile(byte[] bytes, DatasetFile facts) {
  static ReleaseFile of(String name, String format, long rows, byte[] bytes) {
    return new ReleaseFile(bytes, DatasetFile.of(name, format, rows, bytes));
  }

  /** File name without a directory. */
  public String name() {
    return facts.name();
  }
}
