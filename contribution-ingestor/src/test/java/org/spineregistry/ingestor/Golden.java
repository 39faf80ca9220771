package org.spineregistry.ingestor;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Text of a topology description, compared without regard to indentation and to the order in which
 * stores and neighbours of a node are named.
 */
public final class Golden {
  private static final Pattern NAMES = Pattern.compile("(.*\\(stores: \\[|--> |<-- )([^\\]]*)(.*)");

  private Golden() {}

  public static List<String> lines(String text) {
    return text.strip().lines().map(Golden::normal).toList();
  }

  private static String normal(String line) {
    Matcher names = NAMES.matcher(line.strip());
    if (!names.matches()) {
      return line.strip();
    }
    String sorted =
        Arrays.stream(names.group(2).split(", ")).sorted().collect(Collectors.joining(", "));
    return names.group(1) + sorted + names.group(3);
  }
}
