package org.spineregistry.cli.certify;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.table.Table;

/**
 * The rows of one file.
 *
 * @param name of the file
 * @param parts in order
 */
record GeneratedFile(String name, List<GeneratedPart> parts) {
  /** Writes the file; true. */
  boolean write(OutDirectory folder) {
    folder.write(name, parts.stream().map(GeneratedPart::csv).toList());
    return true;
  }

  Table table() {
    return Table.concatenate(parts.stream().map(GeneratedPart::table).toList());
  }

  /** See {@link GenerateFigures#ratios}, of all rows, rising. */
  double[] ratios() {
    return parts.stream().flatMapToDouble(part -> Arrays.stream(part.ratios())).sorted().toArray();
  }
}
