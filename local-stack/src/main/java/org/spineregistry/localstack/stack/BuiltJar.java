package org.spineregistry.localstack.stack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.spineregistry.cli.UserProblem;

/**
 * The jar of a module as the build leaves it, with its libraries beside it.
 *
 * @param mainClass from the manifest
 */
record BuiltJar(Path file, String mainClass) {

  /**
   * The newest jar of a module.
   *
   * @param project root of the checked-out project
   * @throws UserProblem when the module is not built
   */
  static BuiltJar of(Path project, String module) {
    Path target = project.resolve(module).resolve("target");
    Path newest = null;
    try {
      if (Files.isDirectory(target)) {
        try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-*.jar")) {
          for (Path jar : jars) {
            newest = newest == null || written(jar).compareTo(written(newest)) > 0 ? jar : newest;
          }
        }
      }
      if (newest != null && Files.isDirectory(target.resolve("lib"))) {
        return new BuiltJar(newest, mainClass(newest));
      }
    } catch (IOException e) {
      // told below like a jar that is missing
    }
    throw UserProblem.input(
        module + " is not built; run ./quickstart, or mvn -Dquick -DskipTests package");
  }

  private static FileTime written(Path jar) throws IOException {
    return Files.getLastModifiedTime(jar);
  }

  private static String mainClass(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      String name = file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
      if (name == null || name.isBlank()) {
        throw new IOException("no main class");
      }
      return name;
    }
  }
}
