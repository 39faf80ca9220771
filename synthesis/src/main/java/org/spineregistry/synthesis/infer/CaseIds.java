package org.spineregistry.synthesis.infer;

import java.util.List;
import java.util.Locale;

/**
 * Chooses the column with the ids of the patients, the first one that may be it, and requires that
 * no patient has more than one row: splits and privacy gates count rows as patients.
 */
final class CaseIds {
  private static final String FIRST =
      "The first column that is another one in every row: taken as the patient's id.";

  private final InferenceOptions options;
  private boolean chosen;

  CaseIds(InferenceOptions options) {
    this.options = options;
    this.chosen = options.caseId().isPresent();
  }

  /**
   * The column as it is, or with another finding.
   *
   * @throws IllegalArgumentException if it numbers patients and they have several rows each
   */
  InferredColumn decide(ColumnTexts texts, InferredColumn column) {
    if (column.finding() != Finding.CASE_ID) {
      boolean unique = column.finding() == Finding.IDENTIFIER && column.missing() == 0;
      boolean first = unique && !chosen;
      chosen |= first;
      return first ? like(column, Finding.CASE_ID, FIRST) : column;
    }
    boolean asked = options.caseId().filter(texts.name()::equals).isPresent();
    boolean first = asked || !chosen;
    chosen = true;
    requireOneRowAPatient(texts, first);
    return first ? column : like(column, Finding.IDENTIFIER, ColumnGuess.UNIQUE);
  }

  /** A few repeated ids are mistakes, which whoever reads the file names by their lines. */
  private static void requireOneRowAPatient(ColumnTexts texts, boolean read) {
    int values = texts.texts().size();
    boolean once = values == texts.observed();
    if (once || read && IdentifierGuess.isNearlyUnique(texts)) {
      return;
    }
    throw new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "one row a patient: %1$s has %2$,d different values in %3$,d rows, and the split and the privacy gates count"
                + " rows as patients; if it is no id of a patient, --keep %1$s makes it a variable and --leave-out %1$s"
                + " leaves it out, or write a schema with spine schema infer and edit it",
            texts.name(),
            values,
            texts.rows()));
  }

  private static InferredColumn like(InferredColumn column, Finding finding, String note) {
    return new InferredColumn(column.name(), finding, null, false, column.missing(), List.of(note));
  }
}
