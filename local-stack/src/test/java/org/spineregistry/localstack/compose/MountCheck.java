package org.spineregistry.localstack.compose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whatever is mounted is there: a path of the repository, a declared volume, a documented key file.
 */
final class MountCheck {
  private static final String KEYS = "ops/make-secrets";

  private MountCheck() {}

  static List<String> findings(Compose compose) {
    List<String> findings = new ArrayList<>();
    Set<String> used = new HashSet<>();
    for (ComposeService service : compose.services()) {
      for (ComposeService.Mount mount : service.mounts()) {
        used.add(mount.source());
        if (mount.isPath() && !Project.has(mount.source())) {
          findings.add(service.name() + " mounts " + mount.source() + ", which is not there");
        } else if (!mount.isPath() && !compose.volumes().containsKey(mount.source())) {
          findings.add(service.name() + " mounts the volume " + mount.source() + ", not declared");
        }
      }
      for (String secret : service.secrets()) {
        used.add(secret);
        if (!compose.secrets().containsKey(secret)) {
          findings.add(service.name() + " is given the secret " + secret + ", not declared");
        }
      }
    }
    compose.secrets().forEach((name, secret) -> findings.addAll(keyFile(name, file(secret))));
    Set<String> declared = new TreeSet<>(compose.volumes().keySet());
    declared.addAll(compose.secrets().keySet());
    declared.removeAll(used);
    declared.forEach(name -> findings.add(name + " is declared and not used"));
    return findings;
  }

  private static String file(Object secret) {
    return String.valueOf(Yaml.map(secret).get("file"));
  }

  /** A key file is never in the repository: the script that makes it must name it. */
  private static List<String> keyFile(String name, String source) {
    String file = source.substring(source.lastIndexOf('/') + 1);
    List<String> findings = new ArrayList<>();
    if (!Project.read(KEYS).contains("$folder/" + file + "\"")) {
      findings.add(name + ": " + KEYS + " does not make " + file);
    }
    if (!Project.read("docs/operations.md").contains("`" + file + "`")) {
      findings.add(name + ": docs/operations.md does not mention " + file);
    }
    return findings;
  }
}
