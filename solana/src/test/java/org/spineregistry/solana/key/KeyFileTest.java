package org.spineregistry.solana.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {
  /** RFC 8032 TEST 1: seed, then public key. */
  private static final byte[] RFC_KEY = Ed25519VerifierTest.Rfc8032.VECTORS.get(0).keyPair();

  @TempDir Path folder;

  private Path write(String text, String mode) throws IOException {
    Path file = folder.resolve("key.json");
    Files.writeString(file, text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String json(byte[] bytes) {
    return IntStream.range(0, bytes.length)
        .mapToObj(i -> String.valueOf(bytes[i] & 0xff))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static void assertRefused(Path file, String rule) {
    assertThatExceptionOfType(KeyFileException.class)
        .isThrownBy(() -> KeyFile.load(file))
        .withMessageContaining(file.toString())
        .withMessageContaining(rule)
        .withNoCause();
  }

  @Test
  void readsTheFormOfTheSolanaCommandLine() throws IOException {
    KeyPair pair = KeyFile.load(write(json(RFC_KEY), "rw-------"));

    assertThat(pair.address().bytes())
        .isEqualTo(Ed25519VerifierTest.Rfc8032.VECTORS.get(0).publicKey());
    assertThat(pair.sign(new byte[0]))
        .isEqualTo(Ed25519VerifierTest.Rfc8032.VECTORS.get(0).signature());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rw-r--r--", "rw-r-----", "rw----r--", "rwx------", "rw--w----", "r--------"})
  void refusesAFileThatIsNotItsOwnersAlone(String mode) throws IOException {
    assertRefused(write(json(RFC_KEY), mode), "has mode " + mode + ", must have rw-------");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[1,2",
        "null",
        "\"key\"",
        "[1,2,3] x",
        "[256]",
        "[-1]",
        "[1.5]",
        "[\"1\"]",
        "[null]"
      })
  void refusesWhatIsNoListOfNumbers(String text) throws IOException {
    assertRefused(write(text, "rw-------"), "JSON array of 64 numbers");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 32, 63, 65})
  void refusesAnotherNumberOfBytes(int length) throws IOException {
    assertRefused(
        write(json(Arrays.copyOf(RFC_KEY, length)), "rw-------"),
        "must hold 64 numbers, not " + length);
  }

  @Test
  void refusesAPublicHalfThatDoesNotBelongToTheSeed() throws IOException {
    byte[] foreign = RFC_KEY.clone();
    foreign[40] ^= 1;

    assertRefused(write(json(foreign), "rw-------"), "the public half does not belong to the seed");
    assertThatIllegalArgumentException().isThrownBy(() -> KeyPair.of(foreign));
  }

  @Test
  void saysWhenThereIsNoFile() {
    assertRefused(folder.resolve("missing.json"), "does not exist");
  }

  @Test
  void neverShowsTheKeyInAnError() throws IOException {
    Path file = write("[157, 97, 177, secret", "rw-------");

    assertThatExceptionOfType(KeyFileException.class)
        .isThrownBy(() -> KeyFile.load(file))
        .withMessageNotContaining("[157")
        .withMessageNotContaining("secret");
    assertThat(KeyPair.of(RFC_KEY))
        .hasToString("key pair of FVen3X669xLzsi6N2V91DoiyzHzg1uAgqiT8jZ9nS96Z");
  }

  @Test
  void generatesAFileThatOnlyItsOwnerReads() throws IOException {
    Path file = folder.resolve("new.json");

    KeyPair made = KeyFile.generate(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    JsonNode numbers = new ObjectMapper().readTree(file.toFile());
    assertThat(numbers).hasSize(64);
    KeyPair loaded = KeyFile.load(file);
    assertThat(loaded.address()).isEqualTo(made.address());
    assertThat(
            Ed25519Verifier.verify(
                made.address().bytes(), new byte[] {1}, loaded.sign(new byte[] {1})))
        .isTrue();
  }

  @Test
  void neverOverwritesAKey() {
    Path file = folder.resolve("once.json");
    Address first = KeyFile.generate(file).address();

    assertThatExceptionOfType(KeyFileException.class)
        .isThrownBy(() -> KeyFile.generate(file))
        .withMessageContaining("never overwritten");
    assertThat(KeyFile.load(file).address()).isEqualTo(first);
  }

  @Test
  void makesAnotherKeyEveryTime() {
    assertThat(KeyFile.generate(folder.resolve("a.json")).address())
        .isNotEqualTo(KeyFile.generate(folder.resolve("b.json")).address());
  }

  @Test
  void saysWhenTheFolderIsMissing() {
    assertThatExceptionOfType(KeyFileException.class)
        .isThrownBy(() -> KeyFile.generate(folder.resolve("no/key.json")))
        .withMessageContaining("cannot be written: NoSuchFileException");
  }
}
