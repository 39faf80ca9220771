package org.spineregistry.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a user names. */
public final class InputFile {
  private static final long MOST_BYTES = 1L << 30;

  private InputFile() {}

  /**
   * All bytes of a file.
   *
   * @throws UserProblem when it is not there, no plain file, too large or not readable
   */
  public static byte[] read(Path file) {
    try {
      if (!Files.exists(file)) {
        throw UserProblem.input(file + ": there is no such file");
      }
      // a device or a pipe has no size and may have no end
      if (!Files.isRegularFile(file)) {
        throw UserProblem.input(file + ": is no file");
      }
      if (Files.size(file) > MOST_BYTES) {
        throw UserProblem.input(
            file + ": is larger than any dataset or certificate, " + MOST_BYTES + " bytes");
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw UserProblem.input(file + ": cannot be read");
    }
  }
}
