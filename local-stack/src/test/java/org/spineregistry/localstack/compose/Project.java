package org.spineregistry.localstack.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the repository that this module is part of. */
final class Project {
  /** Tests run in the module's folder. */
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private Project() {}

  static Path path(String relative) {
    return ROOT.resolve(relative);
  }

  static boolean has(String relative) {
    return Files.exists(path(relative));
  }

  static String read(String relative) {
    try {
      return Files.readString(path(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
