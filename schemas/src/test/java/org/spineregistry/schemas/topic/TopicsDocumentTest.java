package org.spineregistry.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code docs/topics.md} is written by hand but for its table, which is the declared topics. */
class TopicsDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "docs", "topics.md");

  @Test
  void theTableInTheDocumentIsTheDeclaredTopics() throws IOException {
    String document = Files.readString(DOCUMENT);
    String begin = "<!-- topics -->\n";
    int from = document.indexOf(begin) + begin.length();
    int to = document.indexOf("<!-- /topics -->");
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(DOCUMENT, document.substring(0, from) + table() + document.substring(to));
      return;
    }
    assertThat(document.substring(from, to)).isEqualTo(table());
  }

  private static String table() {
    return """
        | topic | key | carries | partitions | kept | written by | about |
        |---|---|---|---|---|---|---|
        """
        + Topics.ALL.stream().map(TopicsDocumentTest::row).collect(Collectors.joining());
  }

  private static String row(Topic topic) {
    String carries =
        topic.values().stream()
            .map(v -> v.substring(v.lastIndexOf('.') + 1))
            .map(v -> v.equals("*Case") ? "case record of the campaign" : v)
            .collect(Collectors.joining(", "));
    String kept =
        switch (topic.cleanup()) {
          case DELETE -> topic.retention().toDays() + " days";
          case COMPACT -> "compacted";
          case FOREVER -> "forever";
        };
    return "| `%s` | %s | %s | %d | %s | %s | %s |\n"
        .formatted(
            topic.name(),
            topic.key(),
            carries,
            topic.partitions(),
            kept,
            String.join(", ", topic.writers()),
            topic.about());
  }
}
