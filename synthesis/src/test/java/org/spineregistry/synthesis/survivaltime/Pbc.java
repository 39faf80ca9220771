package org.spineregistry.synthesis.survivaltime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Follow-up of the Mayo Clinic trial in primary biliary cholangitis (Fleming and Harrington 1991):
 * 418 patients, 232 censored (0), 25 transplanted (1), 161 dead (2).
 */
final class Pbc {
  static final int DEATH = 2;

  private static final List<String[]> ROWS = rows();

  private Pbc() {}

  /** Days. */
  static double[] times() {
    return ROWS.stream().mapToDouble(row -> Double.parseDouble(row[2])).toArray();
  }

  static int[] ends() {
    return ROWS.stream().mapToInt(row -> Integer.parseInt(row[3])).toArray();
  }

  private static List<String[]> rows() {
    try (InputStream in = Pbc.class.getResourceAsStream("/pbc.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
