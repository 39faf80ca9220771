package org.spineregistry.synthesis.run;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One file of the release.
 *
 * @param rows number of synthetic patients
 * @param csv the canonical bytes; must not be changed
 * @param sha256 of the bytes, lower-case hexadecimal
 */
public record Dataset(int rows, byte[] csv, String sha256) {
  static Dataset of(int rows, byte[] csv) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(csv);
      return new Dataset(rows, csv, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }
}
