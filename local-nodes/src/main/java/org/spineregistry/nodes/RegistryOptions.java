package org.spineregistry.nodes;

import java.util.Map;
import java.util.TreeMap;

/**
 * System properties of Apicurio Registry 3.0 (and of Quarkus under it) for one small, private,
 * quiet registry.
 */
final class RegistryOptions {
  private RegistryOptions() {}

  static String[] of(RegistrySettings settings) {
    Map<String, String> properties = new TreeMap<>();
    properties.put("quarkus.http.host", "127.0.0.1");
    properties.put("quarkus.http.port", Integer.toString(settings.port()));
    properties.putAll(storage(settings));
    properties.putAll(quiet());
    return properties.entrySet().stream()
        .map(e -> "-D" + e.getKey() + "=" + e.getValue())
        .toArray(String[]::new);
  }

  private static Map<String, String> storage(RegistrySettings settings) {
    // WRITE_DELAY=0: H2 otherwise writes half a second after the commit, and kill -9 takes back an
    // id
    // that a producer has already put into its records
    String url =
        settings
            .dataDir()
            .map(dir -> "jdbc:h2:file:" + dir.resolve("registry") + ";WRITE_DELAY=0")
            .orElse("jdbc:h2:mem:registry");
    return Map.of(
        "apicurio.storage.kind", "sql",
        "apicurio.storage.sql.kind", "h2",
        "apicurio.datasource.url", url,
        "apicurio.datasource.jdbc.initial-size", "1",
        "apicurio.datasource.jdbc.min-size", "1",
        "apicurio.datasource.jdbc.max-size", "8");
  }

  /** No access log with every request, no periodic work for features that are not used here. */
  private static Map<String, String> quiet() {
    return Map.of(
        "quarkus.banner.enabled", "false",
        "quarkus.http.access-log.enabled", "false",
        "quarkus.log.category.\"io.apicurio\".level", "WARN",
        "apicurio.logconfigjob.every", "off",
        "apicurio.config.refresh.every", "off",
        "apicurio.downloads.reaper.every", "off",
        "quarkus.oidc.tenant-enabled", "false",
        // a cache of static files in /tmp that kill -9 would leave there
        "quarkus.vertx.caching", "false",
        "quarkus.vertx.classpath-resolving", "false");
  }
}
