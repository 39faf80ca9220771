package org.spineregistry.synthesis.dataset;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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
  /** Media type of a CSV file. */
  public static final String CSV = "text/csv";

  /** Media type of a Parquet file. */
  public static final String PARQUET = "application/vnd.apache.parquet";

  public DatasetFile {
    if (!sha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits");
    }
    if (name.isBlank() || name.contains("/") || rows < 0 || bytes < 0) {
      throw new IllegalArgumentException("a dataset file has a name, rows and bytes");
    }
  }

  /** Describes the bytes of a file. */
  public static DatasetFile of(String name, String format, long rows, byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new DatasetFile(name, format, rows, bytes.length, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** The name without its last extension, the same for the formats of one dataset. */
  String stem() {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
