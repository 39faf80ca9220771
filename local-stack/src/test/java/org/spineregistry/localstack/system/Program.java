package org.spineregistry.localstack.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.spineregistry.nodes.process.ClassPath;

/** Our programs as processes of their own, with the class path of the tests. */
record Program(int code, String output) {
  private static final String SPINE = "org.spineregistry.cli.SpineMain";
  private static final String QUICKSTART = "org.spineregistry.localstack.LocalStackMain";

  /** Runs the spine command to its end. */
  static Program spine(Object... args) {
    Path output = Scene.folder("programs").resolve("spine-" + System.nanoTime() + ".txt");
    try {
      Process process = start(SPINE, output, args);
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("spine did not end: " + Arrays.toString(args));
      }
      return new Program(process.exitValue(), text(output));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts the quickstart; its output goes to the file. */
  static Process quickstart(Path output, Object... args) {
    return start(QUICKSTART, output, args);
  }

  Program requireCode(int expected) {
    if (code != expected) {
      throw new AssertionError("exit code " + code + " instead of " + expected + ":\n" + output);
    }
    return this;
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Process start(String main, Path output, Object... args) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", ClassPath.current(), main));
    Arrays.stream(args).map(Object::toString).forEach(command::add);
    try {
      return new ProcessBuilder(command)
          .redirectErrorStream(true)
          .redirectOutput(output.toFile())
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
