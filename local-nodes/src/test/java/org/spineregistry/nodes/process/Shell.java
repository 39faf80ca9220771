package org.spineregistry.nodes.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Child processes that are a few words of shell. */
final class Shell {
  private Shell() {}

  static ProcessSpec spec(String script, Path folder) {
    return ProcessSpec.of("child", List.of("sh", "-c", script), folder.resolve("child.log"))
        .withLimits(Duration.ofSeconds(10), Duration.ofSeconds(10));
  }

  /** Ready when it has written {@code ready}. */
  static ProcessSpec readySpec(String script, Path folder) {
    return spec(script, folder)
        .readyWhen(Readiness.line(Pattern.compile("^ready", Pattern.MULTILINE)));
  }
}
