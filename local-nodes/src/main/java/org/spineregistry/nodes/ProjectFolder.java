package org.spineregistry.nodes;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds folders of the checked-out project, whatever module a test runs in. */
final class ProjectFolder {
  private ProjectFolder() {}

  /**
   * The folder that a system property names, or the environment variable of the same name ({@code
   * spine.apicurio.home} is {@code SPINE_APICURIO_HOME}), or the given path from the project's
   * root. It need not exist.
   */
  static Path locate(String property, String fromRoot) {
    String variable = property.replace('.', '_').toUpperCase(Locale.ROOT);
    return Stream.of(System.getProperty(property), System.getenv(variable))
        .filter(value -> value != null && !value.isBlank())
        .findFirst()
        .map(value -> Path.of(value).toAbsolutePath())
        .or(() -> root(Path.of("")).map(root -> root.resolve(fromRoot)))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "not inside the project's folder: set " + property + " or " + variable));
  }

  /** The nearest folder from here upwards that holds both the licence and a pom. */
  static Optional<Path> root(Path from) {
    return Stream.iterate(from.toAbsolutePath().normalize(), path -> path != null, Path::getParent)
        .filter(
            path -> Files.exists(path.resolve("LICENSE")) && Files.exists(path.resolve("pom.xml")))
        .findFirst();
  }
}
