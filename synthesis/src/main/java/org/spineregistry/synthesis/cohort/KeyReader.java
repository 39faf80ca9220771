package org.spineregistry.synthesis.cohort;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.spineregistry.synthesis.csv.CsvGrid;

/** Reads a column of ids or of sites. */
final class KeyReader implements CellReader {
  private final CsvGrid grid;
  private final Map<String, String> sites;
  private final Set<String> seen;
  private final String[] keys;

  private KeyReader(CsvGrid grid, Map<String, String> sites, Set<String> seen) {
    this.grid = grid;
    this.sites = sites;
    this.seen = seen;
    this.keys = new String[grid.rows() - 1];
    Arrays.fill(keys, "");
  }

  /** Each text stands once. */
  static KeyReader ids(CsvGrid grid) {
    return new KeyReader(grid, Map.of(), new HashSet<>());
  }

  /** Each text is that of a known site, if any site is known. */
  static KeyReader sites(CsvGrid grid, SiteColumn column) {
    return new KeyReader(grid, column.sites(), null);
  }

  @Override
  public String read(int row, int start, int end) {
    if (!grid.isUtf8(start, end)) {
      return "NOT_UTF8";
    }
    String text = new String(grid.bytes(), start, end - start, StandardCharsets.UTF_8);
    keys[row] = sites.getOrDefault(text, text);
    if (seen != null && !seen.add(text)) {
      return "DUPLICATE_CASE";
    }
    return sites.isEmpty() || sites.containsKey(text) ? null : "NOT_IN_LIST";
  }

  @Override
  public boolean isRequired() {
    return true;
  }

  String[] keys() {
    return keys;
  }
}
