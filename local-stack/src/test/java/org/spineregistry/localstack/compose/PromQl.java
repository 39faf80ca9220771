package org.spineregistry.localstack.compose;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The metric names of a PromQL expression. */
final class PromQl {
  private static final Pattern STRING = Pattern.compile("\"[^\"]*\"");
  private static final Pattern LABELS = Pattern.compile("\\{[^}]*}");
  private static final Pattern RANGE = Pattern.compile("\\[[^]]*]");
  private static final Pattern GROUPING =
      Pattern.compile("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)");
  private static final Pattern OFFSET = Pattern.compile("\\boffset\\s+\\w+");
  private static final Pattern NAME = Pattern.compile("\\b[a-zA-Z_:][a-zA-Z0-9_:]*\\b(?!\\s*\\()");
  private static final Set<String> WORDS =
      Set.of("and", "or", "unless", "bool", "sum", "min", "max", "avg", "count", "inf", "nan");

  private PromQl() {}

  static Set<String> metrics(String expression) {
    String rest = expression;
    for (Pattern part : new Pattern[] {STRING, LABELS, RANGE, GROUPING, OFFSET}) {
      rest = part.matcher(rest).replaceAll(" ");
    }
    Set<String> names = new TreeSet<>();
    Matcher name = NAME.matcher(rest);
    while (name.find()) {
      if (!WORDS.contains(name.group().toLowerCase(java.util.Locale.ROOT))) {
        names.add(name.group());
      }
    }
    return names;
  }
}
