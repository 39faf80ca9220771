package org.spineregistry.cli.certify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.spineregistry.cli.UserProblem;

/** The folder of a run: what may leave the house in it, secrets in {@code private/}. */
final class OutDirectory {
  private final Path path;
  private final Unfinished unfinished;

  private OutDirectory(Path path, Unfinished unfinished) {
    this.path = path;
    this.unfinished = unfinished;
  }

  /**
   * Creates the folder. What a run that does not finish has put into it is taken away again when
   * the process ends.
   *
   * @throws UserProblem when there is something in it already: two runs must not be mixed
   */
  static OutDirectory create(Path path) {
    requireFree(path);
    boolean isNew = !Files.exists(path);
    try {
      Files.createDirectories(path);
    } catch (IOException e) {
      throw UserProblem.input("--out: " + path + " cannot be written");
    }
    return new OutDirectory(path, Unfinished.watch(path, isNew));
  }

  Path path() {
    return path;
  }

  /** Everything is written: the folder stays. */
  void finish() {
    unfinished.finish();
  }

  /**
   * Looks at the folder without creating it, so that a refusal leaves nothing behind.
   *
   * @throws UserProblem when there is something in it already
   */
  static void requireFree(Path path) {
    try {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw UserProblem.input("--out: " + path + " is no folder");
      }
      if (!Files.exists(path)) {
        return;
      }
      try (Stream<Path> inside = Files.list(path)) {
        if (inside.findAny().isPresent()) {
          throw UserProblem.input(
              "--out: "
                  + path
                  + " is not empty; delete it if it is what an interrupted run left, or choose"
                  + " another");
        }
      }
    } catch (IOException e) {
      throw UserProblem.input("--out: " + path + " cannot be read");
    }
  }

  /** Writes a file whole or not at all. */
  void write(String name, byte[] bytes) {
    write(name, List.of(bytes));
  }

  /** Writes a file of several parts, whole or not at all. */
  void write(String name, List<byte[]> parts) {
    try {
      Path half = path.resolve("." + name + ".part");
      unfinished.made(half);
      unfinished.made(path.resolve(name));
      try (OutputStream file = Files.newOutputStream(half)) {
        for (byte[] part : parts) {
          file.write(part);
        }
      }
      Files.move(half, path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritten(path.resolve(name), e);
    }
  }

  /** Writes a file that only its owner may look at. */
  void writeSecret(String name, byte[] bytes) {
    try {
      Files.write(secrets().resolve(name), bytes);
    } catch (IOException e) {
      throw unwritten(secrets().resolve(name), e);
    }
  }

  /** What the system says of a full device is what the user can mend. */
  private static UserProblem unwritten(Path file, IOException e) {
    boolean full = e.getMessage() != null && e.getMessage().contains("No space left");
    return UserProblem.input(
        file + ": cannot be written" + (full ? ", no space left on the device" : ""));
  }

  /** The folder of the secrets, mode 700. */
  Path secrets() {
    Path secrets = path.resolve("private");
    try {
      if (!Files.exists(secrets)) {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.createDirectory(
              secrets,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } else {
          Files.createDirectory(secrets);
        }
      }
      return secrets;
    } catch (IOException e) {
      throw UserProblem.input(secrets + ": cannot be written");
    }
  }
}
