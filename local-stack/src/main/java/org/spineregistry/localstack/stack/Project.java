package org.spineregistry.localstack.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.spineregistry.cli.UserProblem;

/** Where the checked-out and built project is. */
public final class Project {
  private static final String HOME = "spine.home";

  private Project() {}

  /**
   * The folder that the start script names, or the nearest one upwards that holds script and pom.
   */
  public static Path root() {
    String home = System.getProperty(HOME);
    if (home != null) {
      return Path.of(home).toAbsolutePath().normalize();
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
        .filter(
            folder ->
                Files.exists(folder.resolve("LICENSE")) && Files.exists(folder.resolve("pom.xml")))
        .findFirst()
        .orElseThrow(() -> UserProblem.input("not inside the project: set -D" + HOME));
  }
}
