package org.spineregistry.localstack.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Looks for values that are secrets, or look like them. */
final class SecretScan {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i).*(password|passwd|secret|token|credential|api_?key|private_?key|seed).*");

  private static final List<Pattern> VALUES =
      List.of(
          Pattern.compile("-----BEGIN"),
          Pattern.compile("\\b[0-9a-fA-F]{32,}\\b"),
          // base 58 of 32 bytes or more, and long base 64
          Pattern.compile("\\b[1-9A-HJ-NP-Za-km-z]{43,}\\b"),
          Pattern.compile("[A-Za-z0-9+/]{40,}={0,2}"),
          Pattern.compile("\\[(\\d{1,3},\\s*){31,}\\d{1,3}]"),
          // user information in an address
          Pattern.compile("[a-z]+://[^\\s/@]+:[^\\s/@]+@"));

  private SecretScan() {}

  /**
   * @return where a secret may stand, never the value
   */
  static List<String> findings(Object tree) {
    List<String> findings = new ArrayList<>();
    walk("", tree, findings);
    return findings;
  }

  private static void walk(String path, Object node, List<String> findings) {
    if (node instanceof Map<?, ?> map) {
      map.forEach((key, value) -> walk(path + "/" + key, value, findings));
    } else if (node instanceof List<?> list) {
      list.forEach(item -> walk(path, item, findings));
    } else if (node != null && isSuspect(path.substring(path.lastIndexOf('/') + 1), node)) {
      findings.add(path);
    }
  }

  private static boolean isSuspect(String key, Object value) {
    String text = value.toString();
    return isNamedAsSecret(key, text) || VALUES.stream().anyMatch(p -> p.matcher(text).find());
  }

  /** A key that is named so may point to a file or be a switch; {@code secrets} lists names. */
  private static boolean isNamedAsSecret(String key, String text) {
    boolean pointsToFile = text.startsWith("/run/secrets/") || text.startsWith("./secrets/");
    boolean isSwitch = text.equals("true") || text.equals("false");
    return NAME.matcher(key).matches() && !key.equals("secrets") && !pointsToFile && !isSwitch;
  }
}
