package org.spineregistry.bench.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Replaces what stands between two marks of a document. */
public record MarkedDocument(Path file) {
  /**
   * Writes text between {@code <!-- name:begin -->} and {@code <!-- name:end -->}.
   *
   * @throws IllegalStateException if the document has no such marks
   */
  public void replace(String name, String text) throws IOException {
    String begin = "<!-- " + name + ":begin -->\n";
    String end = "<!-- " + name + ":end -->";
    String document = Files.readString(file);
    int from = document.indexOf(begin);
    int to = document.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException(file.getFileName() + " has no marks " + name);
    }
    Files.writeString(
        file, document.substring(0, from + begin.length()) + text + document.substring(to));
  }
}
