package org.spineregistry.localstack.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A quickstart that a user started and that stays up after its summary. */
final class Started {
  private static final Duration LONGEST = Duration.ofMinutes(5);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path output;
  private final Path summaryFile;

  private Started(Process process, Path output, Path summaryFile) {
    this.process = process;
    this.output = output;
    this.summaryFile = summaryFile;
  }

  /** Plays the cohort of the scene on a data directory and waits for the summary. */
  static Started on(Path data, String name, int portBase) {
    List<Object> play =
        List.of(
            "--campaign", Scene.CAMPAIGN, "--input", Scene.cohort(), "--threshold", Scene.CASES);
    return on(data, name, portBase, play);
  }

  /**
   * Starts it on a data directory and waits for the summary.
   *
   * @param play options that say what is submitted and certified
   */
  static Started on(Path data, String name, int portBase, List<Object> play) {
    Path output = Scene.folder("programs").resolve(name + ".txt");
    Path summary = Scene.folder("programs").resolve(name + ".json");
    List<Object> args = new ArrayList<>(play);
    args.addAll(List.of("--seed", Scene.SEED, "--data-dir", data));
    args.addAll(List.of("--summary", summary, "--port-base", portBase));
    Process process = Program.quickstart(output, args.toArray());
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Started started = new Started(process, output, summary);
    Awaitility.await()
        .atMost(LONGEST)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> Files.exists(summary) || !process.isAlive());
    if (!process.isAlive()) {
      throw new AssertionError("the quickstart ended:\n" + Program.text(output));
    }
    return started;
  }

  JsonNode summary() {
    try {
      return JSON.readTree(summaryFile.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String output() {
    return Program.text(output);
  }

  /** Address of the JSON-RPC endpoint. */
  String rpcUrl() {
    return summary().get("rpcUrl").asText();
  }

  /** First cycle of the summary. */
  JsonNode cycle() {
    return summary().at("/cycles/0");
  }

  List<ProcessHandle> children() {
    try (Stream<ProcessHandle> all = process.descendants()) {
      return all.toList();
    }
  }

  /**
   * Ctrl-C, or its gentler sister where this JVM's own parents have switched Ctrl-C off for
   * everybody below.
   */
  void interrupt() {
    try {
      String signal = ignoresInterrupts() ? "-TERM" : "-INT";
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("the quickstart did not end after " + signal);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc", Long.toString(process.pid()), "status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
        .anyMatch(mask -> (mask & 2) != 0);
  }
}
