package org.spineregistry.anchor;

import java.util.Arrays;
import java.util.List;

/**
 * Text of a topology description, compared without regard to indentation and the order in which
 * stores of a node are named.
 */
public final class Golden {
  private Golden() {}

  public static List<String> lines(String text) {
    return text.strip().lines().map(Golden::normal).toList();
  }

  private static String normal(String line) {
    String text = line.strip();
    int open = text.indexOf("(stores: [");
    if (open < 0) {
      return text;
    }
    int from = open + "(stores: [".length();
    int to = text.indexOf(']', from);
    String[] stores = text.substring(from, to).split(", ", -1);
    Arrays.sort(stores);
    return text.substring(0, from) + String.join(", ", stores) + text.substring(to);
  }
}
