package org.spineregistry.synthesis.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class TextIndexTest {
  @Property(tries = 300, seed = "2026")
  void numbersTextsByTheirFirstAppearance(
      @ForAll @Size(max = 400)
          List<@StringLength(max = 3) @CharRange(from = 'a', to = 'h') String> texts) {
    String file = String.join(",", texts);
    TextIndex index = new TextIndex(file.getBytes(UTF_8));
    List<String> expected = List.copyOf(new LinkedHashSet<>(texts));

    int at = 0;
    for (String text : texts) {
      assertThat(index.code(at, at + text.length())).isEqualTo(expected.indexOf(text));
      at += text.length() + 1;
    }
    assertThat(index.texts()).isEqualTo(expected);
  }
}
