package org.spineregistry.ingestor.identifier;

import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of identifier: a pattern, and a check digit where the identifier has one. A French
 * social security number may also look like a payment card, so more than one may fire on a text.
 */
public enum Detector {
  EMAIL("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}"),
  URL("(?i)(?:https?://|www\\.)\\S+"),
  IPV4(
      "(?<![\\d.])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.])"),
  IPV6(
      "(?i)(?<![0-9a-f:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}"
          + "|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6})(?![0-9a-f:])"),
  PHONE_INTERNATIONAL("\\+\\d[\\d .()-]{6,17}\\d"),
  PHONE_FR("(?<![\\d+])0[1-9](?:[ .-]?\\d{2}){4}(?!\\d)"),
  PHONE_US("(?<!\\d)\\(?[2-9]\\d{2}\\)?[ .-][2-9]\\d{2}[ .-]\\d{4}(?!\\d)"),
  SSN("(?<![\\d-])(?!000|666|9\\d\\d)\\d{3}-(?!00)\\d{2}-(?!0000)\\d{4}(?![\\d-])"),
  NIR(
      "(?<!\\d)[1-478] ?\\d{2} ?\\d{2} ?(?:\\d{2}|2[ABab]) ?\\d{3} ?\\d{3} ?\\d{2}(?!\\d)",
      CheckDigits::nir),
  NHS_NUMBER("(?<!\\d)\\d{3}[ -]?\\d{3}[ -]?\\d{4}(?!\\d)", CheckDigits::nhsNumber),
  IBAN("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b", CheckDigits::iban),
  CARD("(?<!\\d)\\d(?:[ -]?\\d){12,18}(?!\\d)", CheckDigits::luhn),
  RECORD_NUMBER("(?i)\\b(?:MRN|IPP|NIP|NDA|patient ?id|dossier)\\b[ :#-]*[A-Z0-9-]{4,}"),
  OID("(?<![\\d.])[0-2](?:\\.\\d+){5,}(?![\\d.])"),
  DEVICE_UDI("\\((?:01|10|11|17|21)\\)[A-Za-z0-9-]{2,}"),
  DATE_ISO("(?<!\\d)(?:19|20)\\d{2}-?(?:0[1-9]|1[0-2])-?(?:0[1-9]|[12]\\d|3[01])(?!\\d)"),
  DATE_LOCAL(
      "(?<![\\d.])(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:(?:19|20)\\d{2}|\\d{2})(?![\\d.])"),
  EPOCH("(?<!\\d)1\\d{9}(?:\\d{3})?(?!\\d)");

  private final Pattern pattern;
  private final Predicate<String> checkDigits;

  Detector(String pattern) {
    this(pattern, match -> true);
  }

  Detector(String pattern, Predicate<String> checkDigits) {
    this.pattern = Pattern.compile(pattern);
    this.checkDigits = checkDigits;
  }

  /** Whether this one tells a point in time, which intake refuses under a code of its own. */
  public boolean isDate() {
    return this == DATE_ISO || this == DATE_LOCAL || this == EPOCH;
  }

  /** Whether the text holds such an identifier anywhere. */
  boolean fires(CharSequence text) {
    Matcher matcher = pattern.matcher(text).useTransparentBounds(true);
    int from = 0;
    while (from < text.length() && matcher.region(from, text.length()).find()) {
      int start = matcher.start();
      if (holdsFrom(start, matcher)) {
        return true;
      }
      // a match with a wrong check digit may overlap one with the right digit
      from = start + 1;
    }
    return false;
  }

  /** Also tries shorter matches: a card number may be followed by other digits. */
  private boolean holdsFrom(int start, Matcher matcher) {
    boolean matches = true;
    while (matches && !checkDigits.test(matcher.group())) {
      int end = matcher.end() - 1;
      matches = end > start && matcher.region(start, end).lookingAt();
    }
    return matches;
  }
}
