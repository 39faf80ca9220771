package org.spineregistry.ingestor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code docs/intake.md}, by its tables and examples. */
final class IntakeDocument {
  private final String text;

  private IntakeDocument(String text) {
    this.text = text;
  }

  static IntakeDocument read() {
    Path file = Path.of("../docs/intake.md");
    try {
      return new IntakeDocument(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The cells of a table's rows, without the back quotes around whole cells. */
  List<List<String>> table(String name) {
    String block = text.split("<!-- " + name + " -->")[1].split("<!-- /" + name + " -->")[0];
    return block
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(
            line ->
                Arrays.stream(line.substring(1).split("\\|")).map(IntakeDocument::cell).toList())
        .toList();
  }

  private static String cell(String text) {
    String cell = text.strip();
    return cell.matches("`[^`]*`") ? cell.substring(1, cell.length() - 1) : cell;
  }

  /** The code block behind the name of an example. */
  String example(String name) {
    Matcher matcher =
        Pattern.compile(
                "<!-- example: " + Pattern.quote(name) + " -->\n```\\w+\n(.*?)\n```",
                Pattern.DOTALL)
            .matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException(name);
    }
    return matcher.group(1);
  }

  /** Every block of shell commands, in order. */
  List<String> commands() {
    Matcher matcher = Pattern.compile("```sh\n(.*?)\n```", Pattern.DOTALL).matcher(text);
    List<String> commands = new ArrayList<>();
    while (matcher.find()) {
      commands.add(matcher.group(1));
    }
    return commands;
  }
}
