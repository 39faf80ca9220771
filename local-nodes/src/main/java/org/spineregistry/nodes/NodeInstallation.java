package org.spineregistry.nodes;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spineregistry.nodes.process.Executables;
import org.spineregistry.nodes.process.ProcessFailure;
import org.spineregistry.nodes.process.ShortCommand;

/**
 * Makes a folder with a Node.js server ready to run: Node is new enough, the locked packages are
 * installed.
 *
 * @param folder of {@code package-lock.json}
 */
record NodeInstallation(Path folder) {
  static final int OLDEST_NODE = 20;
  private static final Pattern VERSION = Pattern.compile("v(\\d+)\\.");

  /**
   * Returns at once if everything is there; otherwise installs it, once even if several processes
   * ask.
   *
   * @throws ProcessFailure saying what is missing
   */
  void ensure() {
    if (!Files.exists(folder.resolve("package-lock.json"))) {
      throw new ProcessFailure(
          "the Solana server is not in " + folder + ": package-lock.json is missing");
    }
    requireNode();
    if (!installed()) {
      install();
    }
  }

  /** npm writes this file last, so an interrupted installation does not count. */
  private boolean installed() {
    return Files.exists(folder.resolve("node_modules/.package-lock.json"));
  }

  private static void requireNode() {
    String wanted = "Node.js " + OLDEST_NODE + " or newer is needed";
    if (Executables.find("node").isEmpty()) {
      throw new ProcessFailure(wanted + ", and there is no node on the PATH");
    }
    String version = run(List.of("node", "--version"), Path.of(""), Duration.ofSeconds(20)).strip();
    if (majorVersion(version) < OLDEST_NODE) {
      throw new ProcessFailure(wanted + ", and this is " + version);
    }
  }

  /** 20 of {@code v20.20.2}; 0 if it is no version. */
  static int majorVersion(String version) {
    Matcher matcher = VERSION.matcher(version);
    return matcher.lookingAt() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  private void install() {
    if (Executables.find("npm").isEmpty()) {
      throw new ProcessFailure("npm is needed once, to install the packages of " + folder);
    }
    try (FileChannel channel =
            FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid() && !installed()) {
        run(List.of("npm", "ci", "--no-audit", "--no-fund"), folder, Duration.ofMinutes(5));
      }
    } catch (IOException e) {
      throw new ProcessFailure(
          "cannot lock the installation of " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Not in the folder itself, which is under version control. */
  private Path lockFile() {
    String name = "npm-ci-" + Integer.toHexString(folder.hashCode()) + ".lock";
    return Path.of(System.getProperty("java.io.tmpdir"), name);
  }

  private static String run(List<String> command, Path directory, Duration limit) {
    ShortCommand.Result result = new ShortCommand(command, directory).run(limit);
    if (result.exitCode() != 0) {
      throw new ProcessFailure(
          "'%s' in %s failed with exit code %d: %s"
              .formatted(
                  String.join(" ", command),
                  directory.toAbsolutePath(),
                  result.exitCode(),
                  result.output().strip()));
    }
    return result.output();
  }
}
