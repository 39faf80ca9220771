package org.spineregistry.synthesis.run;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Spelling;
import org.spineregistry.synthesis.table.Table;

/**
 * One file of the release.
 *
 * @param table the synthetic patients
 * @param csv the canonical bytes; must not be changed
 * @param sha256 of the bytes, lower-case hexadecimal
 */
public record Dataset(Table table, byte[] csv, String sha256) {
  static Dataset of(Table table) {
    byte[] csv = CsvWriter.write(table);
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(csv);
      return new Dataset(table, csv, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  /** The same patients as a file calls its columns and levels. */
  public Dataset spelt(Spelling spelling) {
    return of(spelling.of(table));
  }

  /** Number of synthetic patients. */
  public int rows() {
    return table.rows();
  }
}
