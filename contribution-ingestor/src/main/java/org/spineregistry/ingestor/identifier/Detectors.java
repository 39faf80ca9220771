package org.spineregistry.ingestor.identifier;

import java.text.Normalizer;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** All detectors over one text. */
public final class Detectors {
  /**
   * Longest text that is scanned: no value of a case comes near it, and some patterns take
   * quadratic time. The caller must refuse a longer one unscanned.
   */
  public static final int LONGEST = 200;

  private static final Pattern DASHES = Pattern.compile("[\\p{Pd}\\u2212]");
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");

  private Detectors() {}

  /**
   * The detectors that fire.
   *
   * @throws IllegalArgumentException when the text is longer than {@link #LONGEST}
   */
  public static Set<Detector> in(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("too long to be scanned");
    }
    String plain = plain(text);
    Set<Detector> found = EnumSet.noneOf(Detector.class);
    for (Detector detector : Detector.values()) {
      if (detector.fires(plain)) {
        found.add(detector);
      }
    }
    return Collections.unmodifiableSet(found);
  }

  /**
   * As ASCII where it can be: other spaces, dashes, digits and full-width letters must not hide an
   * identifier.
   */
  private static String plain(String text) {
    if (text.chars().allMatch(c -> c < 0x80)) {
      return text;
    }
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String visible = INVISIBLE.matcher(compatible).replaceAll("");
    StringBuilder digits = new StringBuilder(visible.length());
    visible
        .codePoints()
        .forEach(
            c -> {
              int digit = Character.isDigit(c) ? Character.digit(c, 10) : -1;
              digits.appendCodePoint(digit < 0 ? c : '0' + digit);
            });
    return DASHES.matcher(digits).replaceAll("-");
  }
}
