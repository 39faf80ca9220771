package org.spineregistry.solana.key;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Ed25519VerifierTest {
  private static final HexFormat HEX = HexFormat.of();

  /** Order of the base point, RFC 8032 section 5.1. */
  private static final BigInteger ORDER =
      BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

  static List<Rfc8032> rfc8032() {
    return Rfc8032.VECTORS;
  }

  static List<SpecCheck> speccheck() throws IOException {
    JsonNode file =
        new ObjectMapper()
            .readTree(Ed25519VerifierTest.class.getResource("/ed25519/speccheck.json"));
    List<SpecCheck> cases = new ArrayList<>();
    file.get("cases").forEach(c -> cases.add(new SpecCheck(c)));
    return cases;
  }

  @ParameterizedTest
  @MethodSource("rfc8032")
  void acceptsTheSignaturesOfRfc8032(Rfc8032 vector) {
    assertThat(Ed25519Verifier.verify(vector.publicKey(), vector.message(), vector.signature()))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("rfc8032")
  void signsAsRfc8032Does(Rfc8032 vector) {
    KeyPair pair = KeyPair.of(vector.keyPair());

    assertThat(pair.sign(vector.message())).isEqualTo(vector.signature());
    assertThat(pair.address().bytes()).isEqualTo(vector.publicKey());
  }

  @ParameterizedTest
  @MethodSource("speccheck")
  void refusesEverySignatureOnWhichVerifiersDisagree(SpecCheck edge) {
    assertThat(Ed25519Verifier.verify(edge.publicKey(), edge.message(), edge.signature()))
        .isFalse();
  }

  /**
   * Shows that the cases are read rightly and are worth refusing: this verifier takes 0 to 3 of
   * them.
   */
  @Test
  void theJdkAcceptsTheFirstFourOfThem() throws IOException {
    assertThat(speccheck())
        .hasSize(12)
        .filteredOn(SpecCheck::jdkAccepts)
        .extracting(SpecCheck::number)
        .containsExactly(0, 1, 2, 3);
  }

  @Test
  void acceptsEveryHonestSignature() {
    Random random = new Random(8032);
    for (int i = 0; i < 300; i++) {
      byte[] message = new byte[random.nextInt(200)];
      random.nextBytes(message);
      KeyPair pair = KeyPair.random();
      assertThat(Ed25519Verifier.verify(pair.address().bytes(), message, pair.sign(message)))
          .isTrue();
    }
  }

  @Test
  void refusesASignatureWithOneBitChanged() {
    Rfc8032 vector = Rfc8032.VECTORS.get(2);
    for (int bit = 0; bit < 8 * 64; bit++) {
      byte[] changed = vector.signature();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      assertThat(Ed25519Verifier.verify(vector.publicKey(), vector.message(), changed))
          .as("bit " + bit)
          .isFalse();
    }
  }

  @Test
  void refusesAnotherMessageAndAnotherKey() {
    Rfc8032 vector = Rfc8032.VECTORS.get(1);

    assertThat(Ed25519Verifier.verify(vector.publicKey(), new byte[] {0x73}, vector.signature()))
        .isFalse();
    assertThat(
            Ed25519Verifier.verify(
                Rfc8032.VECTORS.get(0).publicKey(), vector.message(), vector.signature()))
        .isFalse();
  }

  @Test
  void refusesTheSameSignatureWithTheOrderAddedToS() {
    Rfc8032 vector = Rfc8032.VECTORS.get(1);
    byte[] forged = vector.signature();
    BigInteger s = new BigInteger(1, reversed(Arrays.copyOfRange(forged, 32, 64))).add(ORDER);
    byte[] littleEndian = reversed(s.toByteArray());
    System.arraycopy(littleEndian, 0, forged, 32, 32);

    assertThat(Ed25519Verifier.verify(vector.publicKey(), vector.message(), forged)).isFalse();
  }

  @Test
  void refusesAKeyOfSmallOrderUnderWhichAnythingWouldBeSigned() {
    byte[] identity = HEX.parseHex("01" + "00".repeat(31));
    byte[] forged =
        HEX.parseHex("58" + "66".repeat(31) + "01" + "00".repeat(31)); // R = the base point, S = 1

    assertThat(
            Ed25519Verifier.verify(
                identity, "anything".getBytes(StandardCharsets.US_ASCII), forged))
        .isFalse();
  }

  @Test
  void refusesWrongLengths() {
    Rfc8032 vector = Rfc8032.VECTORS.get(0);

    assertThat(Ed25519Verifier.verify(new byte[31], vector.message(), vector.signature()))
        .isFalse();
    assertThat(Ed25519Verifier.verify(vector.publicKey(), vector.message(), new byte[63]))
        .isFalse();
    assertThat(
            Ed25519Verifier.verify(
                vector.publicKey(), vector.message(), Arrays.copyOf(vector.signature(), 65)))
        .isFalse();
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] out = new byte[32];
    for (int i = 0; i < bytes.length && i < 32; i++) {
      out[i] = bytes[bytes.length - 1 - i];
    }
    return out;
  }

  /** RFC 8032 section 7.1: TEST 1, TEST 2, TEST 3 and TEST SHA(abc). */
  record Rfc8032(String seed, String key, String text, String signed) {
    static final List<Rfc8032> VECTORS =
        List.of(
            new Rfc8032(
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                    + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"),
            new Rfc8032(
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                    + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"),
            new Rfc8032(
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                    + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"),
            new Rfc8032(
                "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
                "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
                "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                    + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f",
                "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589"
                    + "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704"));

    byte[] publicKey() {
      return HEX.parseHex(key);
    }

    byte[] message() {
      return HEX.parseHex(text);
    }

    byte[] signature() {
      return HEX.parseHex(signed);
    }

    byte[] keyPair() {
      return HEX.parseHex(seed + key);
    }
  }

  record SpecCheck(int number, byte[] publicKey, byte[] message, byte[] signature) {
    SpecCheck(JsonNode json) {
      this(
          json.get("number").asInt(),
          hex(json, "publicKey"),
          hex(json, "message"),
          hex(json, "signature"));
    }

    private static byte[] hex(JsonNode json, String field) {
      return HEX.parseHex(json.get(field).asText());
    }

    boolean jdkAccepts() {
      try {
        byte[] spki = HEX.parseHex("302a300506032b6570032100" + HEX.formatHex(publicKey));
        PublicKey key =
            KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(spki));
        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(key);
        verifier.update(message);
        return verifier.verify(signature);
      } catch (GeneralSecurityException refused) {
        return false;
      }
    }
  }
}
