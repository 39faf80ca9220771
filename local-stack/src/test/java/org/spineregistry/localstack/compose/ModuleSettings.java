package org.spineregistry.localstack.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment keys that a module reads, with their defaults: the placeholders of its {@code
 * application.yml} and of the log configuration that every service has from {@code
 * service-support}.
 */
record ModuleSettings(String module, Map<String, String> defaults) {
  /**
   * {@code ${NAME:default}} of Micronaut, {@code ${NAME:-default}} of Logback; a default in
   * backticks is taken as it is.
   */
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::-?(`[^`]*`|[^}]*))?}");

  private static final String LOGGING = "service-support/src/main/resources/logback.xml";

  static ModuleSettings of(String module) {
    Map<String, String> defaults = new LinkedHashMap<>();
    String own = module + "/src/main/resources/application.yml";
    if (Project.has(own)) {
      defaults.putAll(placeholders(Project.read(own)));
      defaults.putAll(placeholders(Project.read(LOGGING)));
    }
    return new ModuleSettings(module, defaults);
  }

  static Map<String, String> placeholders(String text) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher placeholder = PLACEHOLDER.matcher(text);
    while (placeholder.find()) {
      String value = placeholder.group(2) == null ? "" : placeholder.group(2);
      found.put(placeholder.group(1), value.replace("`", ""));
    }
    return found;
  }

  boolean reads(String key) {
    return defaults.containsKey(key);
  }

  /** The port that the service listens on when it is started with this environment. */
  int port(Map<String, String> environment) {
    return Integer.parseInt(
        environment.getOrDefault("SPINE_HTTP_PORT", defaults.get("SPINE_HTTP_PORT")));
  }
}
