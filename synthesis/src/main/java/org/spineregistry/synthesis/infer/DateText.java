package org.spineregistry.synthesis.infer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Recognises a date in the forms that table tools write: {@code 2004-01-31}, {@code 31.01.2004},
 * {@code 1/31/04}, {@code 20040131}, {@code 31 Jan 2004}, {@code January 31, 2004}, each with or
 * without a time behind it; and a month of a year, such as {@code 2004-01}, {@code 01/2004}, {@code
 * Jan 2004}.
 */
final class DateText {
  private static final int LONGEST = 40;
  private static final Set<String> MONTHS =
      Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern MONTH =
      Pattern.compile(
          "(19|20)\\d{2}[-/](0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])[-/](19|20)\\d{2}"
              + "|(?i)(19|20)\\d{2}[- ]?Q[1-4]|(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[- ./]+(19|20)?\\d{2}");

  private final String text;
  private final List<Integer> numbers = new ArrayList<>();
  private boolean named;
  private char separator;
  private int at;

  private DateText(String text) {
    this.text = text;
  }

  static boolean isDate(String text) {
    return text.length() >= 6
        && text.length() <= LONGEST
        && (MONTH.matcher(text).matches() || new DateText(text).isDate());
  }

  private boolean isDate() {
    if (text.length() == 8 && digitsFrom(0) == 8) {
      int date = Integer.parseInt(text);
      return isYear(date / 10_000) && isMonth(date / 100 % 100) && isDay(date % 100);
    }
    while (at < text.length() && numbers.size() + (named ? 1 : 0) < 3) {
      if (!part()) {
        return false;
      }
    }
    boolean complete = numbers.size() + (named ? 1 : 0) == 3;
    return complete && isTime() && (named ? isNamed() : isNumbered());
  }

  /** One number, name of a month, or separator. */
  private boolean part() {
    char c = text.charAt(at);
    int start = at;
    if (isDigit(c)) {
      at = digitsFrom(start);
      if (at - start > 4) {
        return false;
      }
      numbers.add(Integer.parseInt(text.substring(start, at)));
      return true;
    }
    if (Character.isLetter(c)) {
      while (at < text.length() && Character.isLetter(text.charAt(at))) {
        at++;
      }
      boolean month = !named && at - start >= 3;
      named = true;
      return month && MONTHS.contains(text.substring(start, start + 3).toLowerCase(Locale.ROOT));
    }
    at++;
    return isSeparator(c);
  }

  private int digitsFrom(int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /** The numbers of a date without a name are kept apart by the same sign, which is no space. */
  private boolean isSeparator(char c) {
    if (c == ' ' || c == ',') {
      return true;
    }
    boolean same = separator == 0 || separator == c;
    separator = c;
    return same && (c == '-' || c == '/' || c == '.');
  }

  private boolean isTime() {
    return at == text.length()
        || at + 1 < text.length()
            && (text.charAt(at) == 'T' || text.charAt(at) == ' ')
            && isDigit(text.charAt(at + 1));
  }

  private boolean isNamed() {
    return isDay(numbers.get(0)) && (isYear(numbers.get(1)) || numbers.get(1) < 100);
  }

  private boolean isNumbered() {
    int first = numbers.get(0);
    int second = numbers.get(1);
    int third = numbers.get(2);
    if (separator == 0) {
      return false;
    }
    if (isYear(first)) {
      return isMonth(second) && isDay(third);
    }
    boolean dayAndMonth = isDay(first) && isMonth(second) || isMonth(first) && isDay(second);
    return dayAndMonth && (isYear(third) || third < 100);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isYear(int number) {
    return number >= 1900 && number < 2100;
  }

  private static boolean isMonth(int number) {
    return number >= 1 && number <= 12;
  }

  private static boolean isDay(int number) {
    return number >= 1 && number <= 31;
  }
}
