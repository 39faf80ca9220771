package org.spineregistry.cli.certify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.synthesis.infer.Inferred;
import org.spineregistry.synthesis.infer.InferredColumn;

/**
 * Says which columns of a file an inferred schema does not have, so that nobody misses them later.
 */
final class LeftOut {
  private static final int MOST = 12;

  private LeftOut() {}

  /** A line for each reason; empty when every column is a variable. */
  static Optional<String> lines(Inferred proposal) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (InferredColumn column : proposal.refused()) {
      names
          .computeIfAbsent(column.notes().get(0), reason -> new ArrayList<>())
          .add(column.name().isEmpty() ? "(no name)" : column.name());
    }
    List<String> lines = new ArrayList<>();
    names.forEach((reason, columns) -> lines.add("  " + some(columns) + ": " + reason));
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Columns that are not variables (--keep makes one of them):"
                + System.lineSeparator()
                + String.join(System.lineSeparator(), lines));
  }

  private static String some(List<String> columns) {
    return columns.size() <= MOST
        ? String.join(", ", columns)
        : String.join(", ", columns.subList(0, MOST)) + " and " + (columns.size() - MOST) + " more";
  }
}
