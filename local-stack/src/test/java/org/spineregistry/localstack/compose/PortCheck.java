package org.spineregistry.localstack.compose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports agree: what a service listens on, what is published, what its health check asks. */
final class PortCheck {
  private static final Pattern URL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)(/\\S*)?");
  private static final String LIVENESS = "/health/liveness";

  private PortCheck() {}

  static List<String> findings(Compose compose) {
    List<String> findings = new ArrayList<>();
    for (ComposeService service : compose.ours()) {
      ModuleSettings settings = ModuleSettings.of(service.module().orElseThrow());
      if (settings.defaults().containsKey("SPINE_HTTP_PORT")) {
        check(service, settings.port(service.environment()), findings);
      }
    }
    Set<Integer> taken = new HashSet<>();
    for (ComposeService service : compose.services()) {
      for (ComposeService.Port port : service.ports()) {
        if (!taken.add(port.host())) {
          findings.add(service.name() + " publishes port " + port.host() + " a second time");
        }
      }
    }
    return findings;
  }

  private static void check(ComposeService service, int port, List<String> findings) {
    if (!"0.0.0.0".equals(service.environment().get("SPINE_HTTP_HOST"))) {
      findings.add(service.name() + " listens on its own loopback, where nobody reaches it");
    }
    if (!service.ports().equals(List.of(new ComposeService.Port(port, port)))) {
      findings.add(service.name() + " listens on " + port + " but publishes " + service.ports());
    }
    Optional<String> url = url(service);
    if (!url.equals(Optional.of("http://127.0.0.1:" + port + LIVENESS))) {
      findings.add(service.name() + " listens on " + port + " but its health check asks " + url);
    }
  }

  /** The address that a health check asks on its own loopback. */
  static Optional<String> url(ComposeService service) {
    return service.healthCheck().stream()
        .map(URL::matcher)
        .filter(Matcher::matches)
        .map(Matcher::group)
        .findFirst();
  }
}
