package org.spineregistry.nodes.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs to its end within a time limit.
 *
 * @param command program and arguments
 * @param directory working directory
 */
public record ShortCommand(List<String> command, Path directory) {

  /** Exit code, and both outputs together as UTF-8. */
  public record Result(int exitCode, String output) {}

  /**
   * Runs it, with nothing on standard input.
   *
   * @throws ProcessFailure if the program is missing or takes longer than the limit; it is killed
   *     then
   */
  public Result run(Duration limit) {
    Path output = null;
    try {
      output = Files.createTempFile("output", ".txt");
      return run(limit, output);
    } catch (IOException e) {
      throw new ProcessFailure(command.get(0) + " cannot run: " + e.getMessage(), e);
    } finally {
      delete(output);
    }
  }

  private Result run(Duration limit, Path output) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(directory.toAbsolutePath().toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ProcessFailure(command.get(0) + " took longer than " + limit.toSeconds() + " s");
      }
      return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessFailure(command.get(0) + " was interrupted", e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static void delete(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
