package org.spineregistry.synthesis.report;

/**
 * One file of the release.
 *
 * @param name file name without a directory
 * @param format media type, such as {@code text/csv}
 * @param rows number of synthetic patients
 * @param bytes size of the file
 * @param sha256 of the bytes, lower-case hexadecimal
 */
public record DatasetFile(String name, String format, long rows, long bytes, String sha256) {
  public DatasetFile {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits");
    }
    if (name.isBlank() || rows < 0 || bytes < 0) {
      throw new IllegalArgumentException("a dataset file has a name, rows and bytes");
    }
  }
}
