package org.spineregistry.localstack.compose;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One service of the compose file. */
record ComposeService(String name, Map<String, Object> body) {
  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:(\\d+):(\\d+)");

  /** A published port, always on loopback. */
  record Port(int host, int container) {}

  /** Something mounted into the container: a path of the repository, or the name of a volume. */
  record Mount(String source, String target) {
    boolean isPath() {
      return source.startsWith(".") || source.startsWith("/");
    }
  }

  /** Image of others, or the tag that a build gets. */
  String image() {
    return String.valueOf(body.get("image"));
  }

  /** The folder of this repository that the image is built from. */
  Optional<String> module() {
    return argument("MODULE");
  }

  /** The class that the container runs. */
  Optional<String> main() {
    return argument("MAIN");
  }

  private Optional<String> argument(String name) {
    return Optional.ofNullable(Yaml.map(Yaml.map(body.get("build")).get("args")).get(name))
        .map(Object::toString);
  }

  Map<String, String> environment() {
    Map<String, String> environment = new LinkedHashMap<>();
    Yaml.map(body.get("environment"))
        .forEach((key, value) -> environment.put(key, String.valueOf(value)));
    return environment;
  }

  List<Port> ports() {
    return Yaml.strings(body.get("ports")).stream()
        .map(
            text -> {
              Matcher port = PORT.matcher(text);
              if (!port.matches()) {
                throw new IllegalArgumentException(name + ": port " + text);
              }
              return new Port(Integer.parseInt(port.group(1)), Integer.parseInt(port.group(2)));
            })
        .toList();
  }

  List<Mount> mounts() {
    return Yaml.strings(body.get("volumes")).stream()
        .map(text -> text.split(":"))
        .map(parts -> new Mount(parts[0], parts[1]))
        .toList();
  }

  /** Names of the secrets that the container sees as {@code /run/secrets/<name>}. */
  List<String> secrets() {
    return Yaml.strings(body.get("secrets"));
  }

  /** The words of the health check's command. */
  List<String> healthCheck() {
    return Yaml.strings(Yaml.map(body.get("healthcheck")).get("test"));
  }

  List<String> command() {
    return Yaml.strings(body.get("command"));
  }

  /** Services that must be there first, with the condition that they must meet. */
  Map<String, String> dependencies() {
    Map<String, String> dependencies = new LinkedHashMap<>();
    Yaml.map(body.get("depends_on"))
        .forEach(
            (other, rule) ->
                dependencies.put(other, String.valueOf(Yaml.map(rule).get("condition"))));
    return dependencies;
  }
}
