package org.spineregistry.solana.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base58TextTest {
  /**
   * From the base58 test data of the Bitcoin reference implementation, and two program addresses.
   */
  @ParameterizedTest
  @CsvSource({
    "61, 2g",
    "626262, a3gV",
    "636363, aPEr",
    "516b6fcd0f, ABnLTmg",
    "572e4794, 3EFU7m",
    "10c8511e, Rt5zm",
    "00000000000000000000, 1111111111",
    "00eb15231dfceb60925886b67d065299925915aeb172c06647, 1NS17iag9jJgTHD1VXjvLCEnZuQ3rJDE9L",
    "054a535a992921064d24e87160da387c7c35b5ddbc92bb81e41fa8404105448d, MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr",
    "0306466fe5211732ffecadba72c39be7bc8ce5bbc5f7126b2c439b3a40000000, ComputeBudget111111111111111111111111111111",
  })
  void encodesAndDecodes(String hex, String text) {
    byte[] bytes = HexFormat.of().parseHex(hex);

    assertThat(Base58Text.encode(bytes)).isEqualTo(text);
    assertThat(Base58Text.decode("value", text, bytes.length)).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "O", "I", "l", "a b", "2g\n", "é", "+"})
  void refusesACharacterOutsideTheAlphabet(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Base58Text.decode("blockhash", text, 1))
        .withMessage("blockhash is not base58");
  }

  @Test
  void refusesAnEndlessTextBeforeDecodingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Base58Text.decode("key", "2".repeat(10_000_000), 32));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 33, 40, 64})
  void anAddressHasExactly32Bytes(int length) {
    byte[] bytes = new byte[length];
    new Random(58).nextBytes(bytes);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Address.of(bytes))
        .withMessageContaining("instead of 32");
    assertThatIllegalArgumentException().isThrownBy(() -> new Address(Base58Text.encode(bytes)));
  }

  @Test
  void nobodyCanChangeAnAddressThroughItsBytes() {
    Address address = new Address("MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr");
    address.bytes()[0] = 99;
    address.toPublicKey().toByteArray()[0] = 99;

    assertThat(Address.of(address.bytes())).isEqualTo(address);
    assertThat(address).hasToString("MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr");
  }
}
