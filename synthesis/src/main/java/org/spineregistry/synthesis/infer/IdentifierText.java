package org.spineregistry.synthesis.infer;

import java.util.regex.Pattern;

/** Recognises texts by which a person or a machine is found. */
final class IdentifierText {
  private static final int LONGEST = 200;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[A-Za-z]{2,}");
  private static final Pattern URL = Pattern.compile("(?i)(https?://|www\\.)\\S+");
  private static final Pattern IP =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|(?i:[0-9a-f]{1,4}(:[0-9a-f]{0,4}){3,7})");
  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
  private static final Pattern SOCIAL =
      Pattern.compile("\\d{3}-\\d{2}-\\d{4}|756\\.?\\d{4}\\.?\\d{4}\\.?\\d{2}");
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern PHONE = Pattern.compile("(\\+|0|\\()[0-9 ()/.-]+");

  private IdentifierText() {}

  /** What a text looks like, in the plural; null if it is nothing that identifies. */
  static String kind(String text) {
    if (text.length() < 7 || text.length() > LONGEST) {
      return null;
    }
    if (EMAIL.matcher(text).matches()) {
      return "e-mail addresses";
    }
    if (URL.matcher(text).matches()) {
      return "addresses of web pages";
    }
    if (IP.matcher(text).matches()) {
      return "IP addresses";
    }
    if (SOCIAL.matcher(text).matches()) {
      return "numbers of a social insurance";
    }
    if (UUID.matcher(text).matches() || IBAN.matcher(text.replace(" ", "")).matches()) {
      return "numbers of an account or a record";
    }
    return isPhone(text) ? "phone numbers" : null;
  }

  /** Starts like one that is dialled and has as many digits; no decimal number. */
  private static boolean isPhone(String text) {
    long digits = text.chars().filter(Character::isDigit).count();
    boolean decimal = text.matches("[+]?\\d*\\.\\d*");
    return !decimal && digits >= 9 && digits <= 15 && PHONE.matcher(text).matches();
  }
}
