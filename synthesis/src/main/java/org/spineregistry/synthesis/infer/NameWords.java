package org.spineregistry.synthesis.infer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words that a column name is made of: {@code RBC.Age.Group}, {@code ageYears}, {@code bmi_0}.
 */
final class NameWords {
  private static final Set<String> IDENTIFIERS =
      Set.of(
          "id", "ids", "number", "nr", "no", "num", "mrn", "case", "patient", "subject", "record");
  private static final Set<String> SITES =
      Set.of("site", "siteid", "center", "centre", "hospital", "clinic", "institution");
  private static final Set<String> QUASI_IDENTIFIERS =
      Set.of(
          "sex",
          "gender",
          "race",
          "ethnicity",
          "ethnic",
          "hispanic",
          "bmi",
          "zip",
          "postcode",
          "country",
          "region",
          "county",
          "city",
          "nationality",
          "religion",
          "marital");
  private static final Set<String> SECRETS =
      Set.of(
          "hiv",
          "alcohol",
          "drug",
          "drugs",
          "addiction",
          "opioid",
          "opioids",
          "tobacco",
          "smoking",
          "smoker",
          "psychiatric",
          "depression",
          "abortion",
          "compensation");

  /** What else may stand in the name of the age of a patient, which is no age of something. */
  private static final Set<String> OF_AGE =
      Set.of(
          "age",
          "years",
          "year",
          "yrs",
          "yr",
          "months",
          "in",
          "at",
          "of",
          "patient",
          "surgery",
          "operation",
          "diagnosis",
          "baseline",
          "enrolment",
          "enrollment",
          "admission",
          "entry",
          "inclusion");

  private final List<String> words = new ArrayList<>();
  private final String whole;

  NameWords(String name) {
    StringBuilder letters = new StringBuilder();
    int start = 0;
    for (int at = 0; at <= name.length(); at++) {
      if (at == name.length() || isBetween(name, at)) {
        String word = word(name, start, at);
        letters.append(word);
        if (!word.isEmpty()) {
          words.add(word);
        }
        start = at;
      }
    }
    whole = letters.toString();
  }

  /** Where a word of small letters or a number ends. */
  private static boolean isBetween(String name, int at) {
    if (at == 0) {
      return false;
    }
    char before = name.charAt(at - 1);
    char after = name.charAt(at);
    boolean camel = Character.isLowerCase(before) && Character.isUpperCase(after);
    boolean digits = Character.isDigit(before) != Character.isDigit(after);
    return camel || digits || Character.isLetter(before) != Character.isLetter(after);
  }

  private static String word(String name, int start, int end) {
    boolean isWord = start < end && Character.isLetterOrDigit(name.charAt(start));
    return isWord ? name.substring(start, end).toLowerCase(Locale.ROOT) : "";
  }

  List<String> words() {
    return words;
  }

  /** All words without what is between them. */
  String whole() {
    return whole;
  }

  boolean has(String word) {
    return words.contains(word);
  }

  boolean suggestIdentifier() {
    return !Collections.disjoint(words, IDENTIFIERS);
  }

  /** The whole name, because {@code sideSite} is no hospital. */
  boolean suggestSite() {
    return SITES.contains(whole);
  }

  /** The age of a patient. */
  boolean suggestAge() {
    return has("age") && OF_AGE.containsAll(words);
  }

  boolean suggestQuasiIdentifier() {
    boolean birthYear = new IdentifierNames(this).suggestBirthYear();
    return suggestAge() || birthYear || !Collections.disjoint(words, QUASI_IDENTIFIERS);
  }

  boolean suggestSecret() {
    return !Collections.disjoint(words, SECRETS);
  }

  /** A share of a hundred. */
  boolean suggestPercent() {
    return has("pct") || has("percent") || has("percentage");
  }

  /**
   * The time that the name ends with, such as {@code visit5} or {@code 12m}; empty if there is
   * none.
   */
  String time() {
    int last = words.size() - 1;
    if (last < 1) {
      return "";
    }
    boolean endsWithNumber = Character.isDigit(words.get(last).charAt(0));
    boolean endsWithUnit = Character.isDigit(words.get(last - 1).charAt(0));
    return endsWithNumber || endsWithUnit ? words.get(last - 1).concat(words.get(last)) : "";
  }
}
