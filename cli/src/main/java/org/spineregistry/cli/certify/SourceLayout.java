package org.spineregistry.cli.certify;

import java.util.Optional;
import org.spineregistry.synthesis.cohort.CohortLayout;
import org.spineregistry.synthesis.cohort.SourceColumn;
import org.spineregistry.synthesis.contract.Contract;

/**
 * How files of one schema are read.
 *
 * @param layout of the files
 * @param contract of the schema
 * @param leftOut which columns were left out and why, when any was
 */
record SourceLayout(CohortLayout layout, Contract contract, Optional<String> leftOut) {
  /**
   * The same without bounds of numbers, and rounding them: inferred bounds and decimals follow from
   * some files, others go beyond.
   */
  SourceLayout opened() {
    return new SourceLayout(
        new CohortLayout(
            layout.columns().stream().map(SourceLayout::opened).toList(),
            layout.missing(),
            layout.others(),
            layout.caseIds(),
            layout.sites()),
        contract,
        leftOut);
  }

  private static SourceColumn opened(SourceColumn source) {
    return source.column().isNumber()
        ? new SourceColumn(
            source.column().between(null, null),
            source.name(),
            source.levels(),
            true,
            source.required())
        : source;
  }
}
