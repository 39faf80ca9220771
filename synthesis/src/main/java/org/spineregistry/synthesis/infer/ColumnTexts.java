package org.spineregistry.synthesis.infer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands in a column of a file, missing cells left out.
 *
 * @param name what the header row calls the column
 * @param texts the different texts in the order of their first row
 * @param counts number of rows with each text
 * @param observed number of rows with a value
 * @param rows number of rows
 * @param missingTexts texts that mean no value
 */
record ColumnTexts(
    String name,
    List<String> texts,
    int[] counts,
    int observed,
    int rows,
    Set<String> missingTexts) {
  /** Leaves missing texts out. */
  static ColumnTexts of(String name, List<String> all, int[] allCounts) {
    List<String> texts = new ArrayList<>();
    int[] counts = new int[allCounts.length];
    int observed = 0;
    int rows = 0;
    Set<String> missing = new HashSet<>();
    for (int t = 0; t < all.size(); t++) {
      rows += allCounts[t];
      if (MissingWords.isMissing(all.get(t))) {
        missing.add(all.get(t));
      } else {
        counts[texts.size()] = allCounts[t];
        observed += allCounts[t];
        texts.add(all.get(t));
      }
    }
    return new ColumnTexts(
        name, texts, Arrays.copyOf(counts, texts.size()), observed, rows, missing);
  }

  /** Whether no two rows have the same text, in enough rows for that to mean something. */
  boolean areUnique() {
    return observed >= 20 && texts.size() == observed;
  }

  double missing() {
    return rows == 0 ? 0 : (double) (rows - observed) / rows;
  }
}
