package org.spineregistry.synthesis.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicKeyTest {
  private static final HexFormat HEX = HexFormat.of();

  /** Order of the base point, 2^252 + 27742317777372353535851937790883648493. */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  /** RFC 8032, section 7.1, tests 1 to 3. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e3970"
        + "1cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613"
        + "d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
        + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
        + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760"
        + "984dc6594a7c15e9716ed28dc027beceea1ec40a"
  })
  void signaturesAreThoseOfTheStandard(String seed, String key, String message, String signature) {
    SigningKey signing = new SigningKey(HEX.parseHex(seed));
    byte[] bytes = HEX.parseHex(message);

    assertThat(HEX.formatHex(signing.publicKey().raw())).isEqualTo(key);
    assertThat(HEX.formatHex(signing.sign(bytes))).isEqualTo(signature);
    assertThat(new PublicKey(HEX.parseHex(key)).verifies(bytes, HEX.parseHex(signature))).isTrue();
  }

  @Test
  void everyHonestSignaturePassesAndNoOtherMessage() {
    SigningKey key = SigningKey.random();
    PublicKey publicKey = key.publicKey();

    IntStream.range(0, 50)
        .forEach(
            i -> {
              byte[] message = ("message " + i).getBytes(UTF_8);
              byte[] signature = key.sign(message);
              assertThat(publicKey.verifies(message, signature)).isTrue();
              assertThat(publicKey.verifies("other".getBytes(UTF_8), signature)).isFalse();
              signature[i] ^= 1;
              assertThat(publicKey.verifies(message, signature)).isFalse();
            });
  }

  /** S + L has the same residue; accepting it would give one message two signatures. */
  @Test
  void aSignatureWithAScalarBeyondTheOrderIsRefused() {
    SigningKey key = SigningKey.random();
    byte[] message = {1, 2, 3};
    byte[] signature = key.sign(message);
    BigInteger scalar = BigInteger.ZERO;
    for (int i = 63; i >= 32; i--) {
      scalar = scalar.shiftLeft(8).or(BigInteger.valueOf(signature[i] & 0xFF));
    }
    BigInteger larger = scalar.add(ORDER);
    for (int i = 32; i < 64; i++) {
      signature[i] = larger.shiftRight(8 * (i - 32)).byteValue();
    }

    assertThat(key.publicKey().verifies(message, signature)).isFalse();
  }

  /** Neutral element, order 2, order 4 (zero), and the neutral element written as p + 1. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0100000000000000000000000000000000000000000000000000000000000000",
        "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
      })
  void pointsOfSmallOrderAreNeitherKeysNorHalvesOfSignatures(String point) {
    byte[] raw = HEX.parseHex(point);
    byte[] signature = new byte[64];
    System.arraycopy(raw, 0, signature, 0, 32);

    assertThatThrownBy(() -> new PublicKey(raw)).isInstanceOf(IllegalArgumentException.class);
    assertThat(SigningKey.random().publicKey().verifies(new byte[0], signature)).isFalse();
  }

  @Test
  void lengthsAreChecked() {
    assertThatThrownBy(() -> new PublicKey(new byte[31])).hasMessageContaining("32 bytes");
    assertThatThrownBy(() -> new SigningKey(new byte[33])).hasMessageContaining("32 bytes");
    assertThat(SigningKey.random().publicKey().verifies(new byte[0], new byte[63])).isFalse();
  }

  @Test
  void aKeyIsNamedByItsDigestAndASecretNeverPrinted() {
    SigningKey key = new SigningKey(new byte[32]);

    // sha256 of 3b6a27bc...0da29, the public key of the zero seed
    assertThat(key.publicKey().keyId())
        .isEqualTo("139e3940e64b5491722088d9a0d741628fc826e09475d341a780acde3c4b8070");
    assertThat(key.toString()).isEqualTo("SigningKey");
  }
}
