package org.spineregistry.synthesis.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.Vectors;

class RandomStreamTest {
  private static final String ZEROS = "0".repeat(64);

  static List<JsonNode> streams() {
    return Vectors.cases("philox.json", "function", "stream");
  }

  @ParameterizedTest
  @MethodSource("streams")
  void drawsFollowTheStreamLayout(JsonNode vector) {
    Seed seed = Seed.ofHex(vector.get("seed").asText());
    RandomStream stream = seed.stream(vector.get("label").asText());
    long row = vector.get("row").asLong();
    long attempt = vector.get("attempt").asLong();
    long[] words = PhiloxTest.words(vector.get("expected").get("words"));
    double[] uniforms = Vectors.doubles(vector.get("expected").get("uniform"));
    double[] normals = Vectors.doubles(vector.get("expected").get("normal"));

    assertThat(seed.sha256()).isEqualTo(vector.get("seedHash").asText());
    double[] bulk = new double[uniforms.length];
    stream.uniforms(row, attempt, bulk);
    assertThat(bulk).containsExactly(uniforms);
    for (int draw = 0; draw < words.length; draw++) {
      assertThat(stream.word(row, attempt, draw)).isEqualTo(words[draw]);
      assertThat(stream.uniform(row, attempt, draw)).isEqualTo(uniforms[draw]);
      assertThat(stream.normal(row, attempt, draw))
          .isCloseTo(normals[draw], within(1e-14 * Math.abs(normals[draw])));
    }
  }

  @Test
  void aSeedHasThirtyTwoBytes() {
    assertThatThrownBy(() -> Seed.of(new byte[31])).hasMessageContaining("32 bytes");
    assertThatThrownBy(() -> Seed.ofHex("abc")).hasMessageContaining("64 hexadecimal");
    assertThat(Seed.of(new byte[32]))
        .isEqualTo(Seed.ofHex(ZEROS))
        .hasSameHashCodeAs(Seed.ofHex(ZEROS));
  }

  @Test
  void aSeedNeverPrintsItsBytes() {
    Seed seed = Seed.ofHex("ab".repeat(32));

    assertThat(seed.toString()).doesNotContain("abab").contains(seed.sha256());
  }
}
