package org.spineregistry.synthesis.random;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.rng.core.source64.Philox4x64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.synthesis.testing.Vectors;

class PhiloxTest {
  static List<JsonNode> blocks() {
    return Vectors.cases("philox.json", "function", "block");
  }

  @ParameterizedTest
  @MethodSource("blocks")
  void blockHasThePublishedWords(JsonNode vector) {
    long[] key = words(vector.get("key"));
    long[] counter = words(vector.get("counter"));
    long[] block = new long[4];

    Philox.block(key[0], key[1], counter[0], counter[1], counter[2], counter[3], block);

    assertThat(block).containsExactly(words(vector.get("expected")));
  }

  /** The library counts before it encrypts, so its first block belongs to the next counter. */
  @Property(tries = 200, seed = "2026")
  void agreesWithCommonsRng(@ForAll long k0, @ForAll long k1, @ForAll long c0, @ForAll long c1) {
    Philox4x64 reference = new Philox4x64(new long[] {k0, k1, c0, c1, 7, 9});
    long carry = c0 == -1 ? 1 : 0;
    long carryAgain = carry == 1 && c1 == -1 ? 1 : 0;
    long[] block = new long[4];

    Philox.block(k0, k1, c0 + 1, c1 + carry, 7 + carryAgain, 9, block);

    for (long word : block) {
      assertThat(word).isEqualTo(reference.nextLong());
    }
  }

  static long[] words(JsonNode hex) {
    return Vectors.texts(hex).stream()
        .mapToLong(word -> Long.parseUnsignedLong(word, 16))
        .toArray();
  }
}
