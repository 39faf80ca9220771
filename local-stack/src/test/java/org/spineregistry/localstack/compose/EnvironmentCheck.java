package org.spineregistry.localstack.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every environment key of our services is one that the service reads, and says something. */
final class EnvironmentCheck {
  private static final String SECRETS = "/run/secrets/";

  private EnvironmentCheck() {}

  static List<String> findings(Compose compose) {
    List<String> findings = new ArrayList<>();
    for (ComposeService service : compose.ours()) {
      ModuleSettings settings = ModuleSettings.of(service.module().orElseThrow());
      service
          .environment()
          .forEach(
              (key, value) -> {
                if (!settings.reads(key)) {
                  findings.add(service.name() + " is given " + key + ", which it does not read");
                }
              });
      findings.addAll(secrets(service));
    }
    return findings;
  }

  /** A secret that no setting points to, or a setting that points to a secret that is not given. */
  private static List<String> secrets(ComposeService service) {
    Set<String> pointed =
        service.environment().values().stream()
            .filter(value -> value.startsWith(SECRETS))
            .map(value -> value.substring(SECRETS.length()))
            .collect(Collectors.toSet());
    Stream<String> missing =
        pointed.stream()
            .filter(name -> !service.secrets().contains(name))
            .map(name -> service.name() + " reads the secret " + name + ", which it is not given");
    Stream<String> idle =
        service.secrets().stream()
            .filter(name -> !pointed.contains(name))
            .map(
                name ->
                    service.name() + " is given the secret " + name + ", which it does not read");
    return Stream.concat(missing, idle).toList();
  }
}
