package org.spineregistry.nodes.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to start, and how to know that it runs.
 *
 * @param name for messages
 * @param command program and arguments; a program without a slash is looked up on the PATH
 * @param environment variables added to those of the parent
 * @param directory working directory
 * @param log file that standard output and standard error are appended to; its folder is made if
 *     missing
 * @param readiness when the process counts as started
 * @param startLimit longest time until it is ready
 * @param stopLimit longest time from SIGTERM to its end, before SIGKILL
 */
public record ProcessSpec(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path directory,
    Path log,
    Readiness readiness,
    Duration startLimit,
    Duration stopLimit) {

  public ProcessSpec {
    if (command.isEmpty()) {
      throw new IllegalArgumentException(name + ": command is empty");
    }
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    directory = directory.toAbsolutePath();
    log = log.toAbsolutePath();
  }

  /** A process in the working directory of this one, ready at once; limits are 60 s and 15 s. */
  public static ProcessSpec of(String name, List<String> command, Path log) {
    return new ProcessSpec(
        name,
        command,
        Map.of(),
        Path.of(""),
        log,
        Readiness.atOnce(),
        Duration.ofSeconds(60),
        Duration.ofSeconds(15));
  }

  public ProcessSpec withEnvironment(Map<String, String> variables) {
    return new ProcessSpec(
        name, command, variables, directory, log, readiness, startLimit, stopLimit);
  }

  public ProcessSpec withDirectory(Path folder) {
    return new ProcessSpec(
        name, command, environment, folder, log, readiness, startLimit, stopLimit);
  }

  public ProcessSpec readyWhen(Readiness condition) {
    return new ProcessSpec(
        name, command, environment, directory, log, condition, startLimit, stopLimit);
  }

  public ProcessSpec withLimits(Duration start, Duration stop) {
    return new ProcessSpec(name, command, environment, directory, log, readiness, start, stop);
  }
}
