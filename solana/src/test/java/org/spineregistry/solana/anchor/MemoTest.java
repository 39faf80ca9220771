package org.spineregistry.solana.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoTest {
  private static final String DIGEST =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"; // SHA-256 of "abc"

  @Test
  void aDatasetMemoHas73Bytes() {
    Memo memo = new Memo.Dataset(DIGEST);

    assertThat(memo.text())
        .isEqualTo("spine1:d:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        .hasSize(73);
    assertThat(Memo.parse(memo.text())).isEqualTo(memo);
  }

  @ParameterizedTest
  @CsvSource({"1, 75", "9, 75", "10, 76", "1000000, 81", "1048576, 81"})
  void aBatchMemoHas75To81Bytes(int leaves, int length) {
    Memo memo = new Memo.Batch(DIGEST, leaves);

    assertThat(memo.text()).isEqualTo("spine1:m:" + DIGEST + ":" + leaves).hasSize(length);
    assertThat(Memo.parse(memo.text())).isEqualTo(memo);
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1_048_577, Integer.MAX_VALUE})
  void aBatchHasOneToAMillionLeaves(int leaves) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Memo.Batch(DIGEST, leaves))
        .withMessageContaining("leaves");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "spine1:d:",
        "%s",
        "spine1:d:%s\n",
        "\nspine1:d:%s",
        "spine1:d:%s ",
        " spine1:d:%s",
        "spine1:d:%s0",
        "spine1:d:%.63s",
        "spine1:d:%S",
        "Spine1:d:%s",
        "spine2:d:%s",
        "spine1:k:%s",
        "spine1:d:%s:1",
        "spine1:m:%s",
        "spine1:m:%s:",
        "spine1:m:%s:0",
        "spine1:m:%s:01",
        "spine1:m:%s:+1",
        "spine1:m:%s:-1",
        "spine1:m:%s:1048577",
        "spine1:m:%s:10485760",
        "spine1:m:%s:1\n",
        "spine1:m:%s:1:1",
        "spine1:m:%s:1e3",
        "spine1:m:%s:\u0661", // a digit, but not an ASCII one
        "[73] spine1:d:%s",
      })
  void refusesWhatIsNotTheWholeFormat(String form) {
    assertThatIllegalArgumentException().isThrownBy(() -> Memo.parse(form.formatted(DIGEST)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "abc", "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"})
  void refusesADigestThatIsNot64LowerCaseDigits(String digest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Memo.Dataset(digest))
        .withMessageContaining("sha256");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Memo.Batch(digest, 1))
        .withMessageContaining("root");
  }

  @Property(seed = "73")
  void anotherByteMakesAnotherMemoOrNone(
      @ForAll @IntRange(max = 80) int at,
      @ForAll byte value,
      @ForAll @IntRange(min = 1000000, max = 1048576) int leaves) {
    Memo memo = new Memo.Batch(DIGEST, leaves);
    byte[] bytes = memo.text().getBytes(StandardCharsets.US_ASCII);
    boolean same = bytes[at] == value;
    bytes[at] = value;
    String changed = new String(bytes, StandardCharsets.ISO_8859_1);

    try {
      assertThat(Memo.parse(changed).equals(memo)).isEqualTo(same);
      assertThat(Memo.parse(changed).text()).isEqualTo(changed);
    } catch (IllegalArgumentException refused) {
      assertThat(same).isFalse();
    }
  }
}
