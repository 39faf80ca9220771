package org.spineregistry.ingestor.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static Lines of(String text, int mostLine, long mostBody) {
    return new Lines(new ByteArrayInputStream(text.getBytes(UTF_8)), mostLine, mostBody);
  }

  private static List<String> all(Lines lines) throws IOException, NotJson {
    List<String> texts = new ArrayList<>();
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      texts.add(lines.number() + ":" + new String(line, UTF_8));
    }
    return texts;
  }

  @Test
  void skipsBlankLinesAndCountsThem() throws Exception {
    assertThat(all(of("{}\n\n \t\r\n[]\r\nlast", 100, 100)))
        .containsExactly("1:{}", "4:[]\r", "5:last");
    assertThat(all(of("", 100, 100))).isEmpty();
    assertThat(all(of("\n\n", 100, 100))).isEmpty();
  }

  @Test
  void aLineThatIsTooLongIsRefusedAndTheNextOneRead() throws Exception {
    Lines lines = of("12345\n123456\nok\n", 5, 100);
    assertThat(lines.next()).hasSize(5);
    assertThatThrownBy(lines::next).isInstanceOf(NotJson.class).hasMessageContaining("5 bytes");
    assertThat(lines.number()).isEqualTo(2);
    assertThat(lines.next()).isEqualTo("ok".getBytes(UTF_8));
    assertThat(lines.next()).isNull();
  }

  @Test
  void aBodyThatIsTooLongEnds() throws Exception {
    Lines lines = of("1234\n1234\n", 100, 7);
    assertThat(lines.next()).hasSize(4);
    assertThatThrownBy(lines::next).isInstanceOf(Lines.BodyTooLong.class);
  }

  @Property(tries = 200, seed = "7")
  void givesBackTheLinesOfAnyText(
      @ForAll List<@AlphaChars @StringLength(min = 1, max = 300) String> texts) throws Exception {
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      expected.add((i + 1) + ":" + texts.get(i));
    }
    assertThat(all(of(String.join("\n", texts), 300, 1 << 20))).isEqualTo(expected);
  }
}
