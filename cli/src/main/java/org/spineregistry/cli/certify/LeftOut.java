package org.spineregistry.cli.certify;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.synthesis.infer.Finding;
import org.spineregistry.synthesis.infer.Inferred;
import org.spineregistry.synthesis.infer.InferredColumn;

/**
 * Says which columns of a file an inferred schema does not have, so that nobody misses them later.
 */
final class LeftOut {
  private static final int MOST = 12;

  private LeftOut() {}

  /** One line; empty when every column is a variable. */
  static Optional<String> line(Inferred proposal) {
    Map<Finding, List<String>> names = new EnumMap<>(Finding.class);
    for (InferredColumn column : proposal.refused()) {
      names.computeIfAbsent(column.finding(), finding -> new ArrayList<>()).add(column.name());
    }
    List<String> parts = new ArrayList<>();
    names.forEach((finding, columns) -> parts.add(words(finding) + ": " + some(columns)));
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Columns that are not variables (--keep makes one of them): "
                + String.join("; ", parts)
                + ".");
  }

  private static String words(Finding finding) {
    return finding.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String some(List<String> columns) {
    return columns.size() <= MOST
        ? String.join(", ", columns)
        : String.join(", ", columns.subList(0, MOST)) + " and " + (columns.size() - MOST) + " more";
  }
}
