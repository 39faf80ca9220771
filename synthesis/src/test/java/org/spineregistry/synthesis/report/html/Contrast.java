package org.spineregistry.synthesis.report.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Contrast ratio of two colours of a style sheet (WCAG 2.1, relative luminance). */
final class Contrast {
  private Contrast() {}

  static double between(String scheme, String first, String second) {
    double one = luminance(colour(scheme, first));
    double other = luminance(colour(scheme, second));
    return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  }

  private static String colour(String scheme, String name) {
    Matcher found = Pattern.compile("--" + name + ": #([0-9a-f]+);").matcher(scheme);
    if (!found.find()) {
      throw new AssertionError("no colour " + name);
    }
    String hex = found.group(1);
    return hex.length() == 6 ? hex : hex.replaceAll("(.)", "$1$1");
  }

  private static double luminance(String hex) {
    double[] weights = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
      double part = Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16) / 255.0;
      double linear = part <= 0.04045 ? part / 12.92 : StrictMath.pow((part + 0.055) / 1.055, 2.4);
      sum += weights[i] * linear;
    }
    return sum;
  }
}
