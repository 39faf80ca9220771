package org.spineregistry.localstack.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands and programs of {@code README.md}. */
final class Readme {
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern BLOCK = Pattern.compile("```\\w*\n(.*?)\n```", Pattern.DOTALL);

  private Readme() {}

  /** The first code block that contains the text. */
  static String block(String text) {
    Matcher blocks = BLOCK.matcher(read());
    while (blocks.find()) {
      if (blocks.group(1).contains(text)) {
        return blocks.group(1);
      }
    }
    throw new AssertionError("no code block of the README contains: " + text);
  }

  /** The first line of a code block that begins with the text, without its comment. */
  static String line(String text) {
    return block(text)
        .lines()
        .filter(line -> line.startsWith(text))
        .findFirst()
        .orElseThrow()
        .replaceFirst("\\s+#.*", "");
  }

  private static String read() {
    try {
      return Files.readString(ROOT.resolve("README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
