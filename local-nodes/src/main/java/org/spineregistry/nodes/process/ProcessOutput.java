package org.spineregistry.nodes.process;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process has written since its latest start; earlier runs share the file and are left out.
 *
 * @param log the log file
 * @param from offset of the first byte of this run
 */
public record ProcessOutput(Path log, long from) {

  /** The output of a run that begins now. */
  static ProcessOutput startingNow(Path log) {
    try {
      return new ProcessOutput(log, Files.exists(log) ? Files.size(log) : 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything written so far, read as UTF-8. */
  public String text() {
    // not a channel: those are closed when the reading thread is interrupted
    try (InputStream in = new FileInputStream(log.toFile())) {
      in.skipNBytes(from);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first match in what was written so far. */
  public Optional<Matcher> find(Pattern pattern) {
    Matcher matcher = pattern.matcher(text());
    return matcher.find() ? Optional.of(matcher) : Optional.empty();
  }
}
