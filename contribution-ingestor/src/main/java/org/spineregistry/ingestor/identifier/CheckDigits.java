package org.spineregistry.ingestor.identifier;

import java.math.BigInteger;
import java.util.Locale;

/**
 * Check digits of identifiers. Every method takes the identifier with or without its separators.
 */
final class CheckDigits {
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  private CheckDigits() {}

  /** Luhn's formula, as payment cards use it (ISO/IEC 7812-1, annex B). */
  static boolean luhn(String text) {
    String digits = letters(text);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      int doubled = i % 2 == 0 ? digit : 2 * digit;
      sum += doubled > 9 ? doubled - 9 : doubled;
    }
    return sum % 10 == 0;
  }

  /**
   * French social security number: key = 97 - (13 digits mod 97), Corsica 2A as 19 and 2B as 18.
   */
  static boolean nir(String text) {
    String digits = letters(text).replace("2A", "19").replace("2B", "18");
    long number = Long.parseLong(digits.substring(0, 13));
    int key = Integer.parseInt(digits.substring(13));
    return key == 97 - number % 97;
  }

  /** NHS number of England and Wales: modulus 11 over weights 10 to 2. */
  static boolean nhsNumber(String text) {
    String digits = letters(text);
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (digits.charAt(i) - '0');
    }
    int check = (11 - sum % 11) % 11;
    return check == digits.charAt(9) - '0';
  }

  /** International bank account number: mod 97 = 1 (ISO 13616). */
  static boolean iban(String text) {
    String account = letters(text);
    StringBuilder digits = new StringBuilder();
    for (char c : (account.substring(4) + account.substring(0, 4)).toCharArray()) {
      digits.append(Character.digit(c, 36));
    }
    return new BigInteger(digits.toString()).mod(NINETY_SEVEN).equals(BigInteger.ONE);
  }

  private static String letters(String text) {
    return text.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
  }
}
