package org.spineregistry.anchor.batch;

import java.time.Instant;
import java.util.regex.Pattern;

/** What is known of a batch, by its number. */
public sealed interface BatchState permits BatchState.Open, BatchState.Closed {
  Pattern FIELDS = Pattern.compile("\\|");

  String text();

  static BatchState parse(String text) {
    String[] fields = FIELDS.split(text, -1);
    return fields.length == 1
        ? new Open(Instant.ofEpochMilli(Long.parseLong(fields[0])))
        : new Closed(fields[0], Integer.parseInt(fields[1]), fields[2]);
  }

  /**
   * Leaves may still come.
   *
   * @param since when its first leaf came
   */
  record Open(Instant since) implements BatchState {
    @Override
    public String text() {
      return Long.toString(since.toEpochMilli());
    }
  }

  /**
   * Nothing changes any more.
   *
   * @param root 64 lower-case hexadecimal digits
   * @param manifest SHA-256 of the file of leaves
   */
  record Closed(String root, int leaves, String manifest) implements BatchState {
    @Override
    public String text() {
      return root + "|" + leaves + "|" + manifest;
    }
  }
}
