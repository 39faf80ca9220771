package org.spineregistry.synthesis.infer;

import java.util.List;
import java.util.Optional;

/** Says what a column is. */
final class ColumnGuess {
  static final String UNIQUE = "Is another one in every row, so it may identify and is refused.";

  private final InferenceOptions options;

  ColumnGuess(InferenceOptions options) {
    this.options = options;
  }

  InferredColumn column(ColumnTexts texts) {
    String name = texts.name();
    if (name.isEmpty()) {
      return refused(texts, Finding.LEFT_OUT, "Has no name in the header row.");
    }
    if (options.leaveOut().contains(name)) {
      return refused(texts, Finding.LEFT_OUT, "Left out.");
    }
    if (options.caseId().filter(name::equals).isPresent()) {
      return refused(texts, Finding.CASE_ID, "The ids of the patients, as you say.");
    }
    if (options.site().filter(name::equals).isPresent()) {
      return refused(texts, Finding.SITE, "The hospitals, as you say.");
    }
    if (texts.observed() == 0) {
      return refused(texts, Finding.EMPTY, "Has no value.");
    }
    return options.keep().contains(name) ? variable(texts) : suspected(texts);
  }

  private InferredColumn suspected(ColumnTexts texts) {
    NumberTexts numbers = NumberTexts.of(texts);
    IdentifierGuess identifiers = new IdentifierGuess(texts, numbers);
    if (DateTexts.are(texts) || identifiers.isDate()) {
      return refused(
          texts,
          Finding.DATE,
          "Dates identify and are refused: put days or months between two events in their place.");
    }
    if (identifiers.isPatientId()) {
      return refused(texts, Finding.CASE_ID, "By its name the ids of the patients.");
    }
    Optional<String> direct = identifiers.direct();
    if (direct.isPresent()) {
      return refused(texts, Finding.DIRECT_IDENTIFIER, direct.get());
    }
    TextGuess text = new TextGuess(texts);
    if (!numbers.areMost() && (text.isIdentifier() || text.isFreeText())) {
      Optional<String> form = new NumberForms(texts, numbers).reason();
      if (form.isPresent()) {
        return refused(texts, Finding.NUMBER_FORM, form.get());
      }
    }
    boolean identifier =
        numbers.areMost() ? new NumberGuess(texts, numbers).isIdentifier() : text.isIdentifier();
    if (identifier) {
      return refused(texts, Finding.IDENTIFIER, UNIQUE);
    }
    Optional<String> id = identifiers.id();
    if (id.isPresent()) {
      return refused(texts, Finding.DIRECT_IDENTIFIER, id.get());
    }
    if (!numbers.areMost() && text.isFreeText()) {
      return refused(
          texts,
          Finding.FREE_TEXT,
          "Texts that few patients share: free text is refused, code it or leave it out.");
    }
    boolean site = options.site().isEmpty() && new NameWords(texts.name()).suggestSite();
    return site && !numbers.areMost()
        ? refused(texts, Finding.SITE, "By its name the hospital: splits the audit, not modelled.")
        : variable(texts);
  }

  private static InferredColumn variable(ColumnTexts texts) {
    NumberTexts numbers = NumberTexts.of(texts);
    if (!numbers.areMost()) {
      return new TextGuess(texts).category();
    }
    NumberGuess guess = new NumberGuess(texts, numbers);
    return guess.isYesNo() ? guess.yesNo() : guess.number();
  }

  private static InferredColumn refused(ColumnTexts texts, Finding finding, String note) {
    return new InferredColumn(texts.name(), finding, null, false, texts.missing(), List.of(note));
  }
}
