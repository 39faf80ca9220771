package org.spineregistry.synthesis.infer;

import java.util.List;

/** Recognises columns of dates. */
final class DateTexts {
  private static final double MOST = 0.9;

  private DateTexts() {}

  /** Whether nearly all rows of a column hold a date. */
  static boolean are(ColumnTexts column) {
    List<String> texts = column.texts();
    long dates = 0;
    for (int t = 0; t < texts.size(); t++) {
      dates += DateText.isDate(texts.get(t)) ? column.counts()[t] : 0;
    }
    return column.observed() > 0 && dates >= MOST * column.observed();
  }
}
