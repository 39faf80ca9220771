package org.spineregistry.localstack.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;

/**
 * The stack of a user who runs the quickstart and looks around; started when first asked for, by
 * whichever test.
 */
final class UserStack {
  private static final Path DATA = Scene.folder("user");
  private static UserStack shared;

  private final int portBase = Scene.portBase();
  private final JsonNode firstSummary;
  private final String firstOutput;
  private Started started;

  private UserStack() {
    started = Started.on(DATA, "user-1", portBase);
    firstSummary = started.summary();
    firstOutput = started.output();
  }

  static synchronized UserStack get() {
    if (shared == null) {
      shared = new UserStack();
    }
    return shared;
  }

  /** Ctrl-C, then the same command again; returns the processes that were there before. */
  synchronized List<ProcessHandle> restart() {
    List<ProcessHandle> children = started.children();
    started.interrupt();
    started = Started.on(DATA, "user-2", portBase);
    return children;
  }

  synchronized Started now() {
    return started;
  }

  /** Summary of the first start. */
  JsonNode firstSummary() {
    return firstSummary;
  }

  String firstOutput() {
    return firstOutput;
  }

  Path data() {
    return DATA;
  }

  Path trust() {
    return DATA.resolve("trust.json");
  }

  Topic topics() {
    return new Topic(
        "127.0.0.1:" + (portBase + 6), "http://127.0.0.1:" + (portBase + 4) + "/apis/ccompat/v7");
  }

  /** Base addresses of the four services. */
  List<String> services() {
    return List.of(0, 1, 2, 3).stream().map(i -> "http://127.0.0.1:" + (portBase + i)).toList();
  }
}
