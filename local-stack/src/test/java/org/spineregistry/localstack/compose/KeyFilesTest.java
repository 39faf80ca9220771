package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.synthesis.signature.KeyFile;
import org.spineregistry.synthesis.signature.PublicKey;
import org.spineregistry.synthesis.signature.SigningKey;
import org.spineregistry.synthesis.verify.TrustRoot;

/** The keys that {@code ops/make-secrets} makes, read by the code that will read them. */
class KeyFilesTest {
  private static final String MAKE = "ops/make-secrets";

  @TempDir Path dir;
  private Path folder;

  @BeforeEach
  void make() throws Exception {
    folder = dir.resolve("secrets");
    run(MAKE, folder.toString());
  }

  @Test
  void theSigningKeyIsReadAndItsPublicHalfIsTheTrustFile() throws IOException {
    SigningKey key = KeyFile.signingKey(folder.resolve("certificate-key.pem"));
    String trust = Files.readString(folder.resolve("certificate-trust.pem"));
    String base64 = trust.replaceAll("-----[A-Z ]+-----|\\s", "");
    byte[] der = Base64.getDecoder().decode(base64);

    assertThat(key.publicKey().raw())
        .isEqualTo(Arrays.copyOfRange(der, der.length - 32, der.length));
  }

  @Test
  void thePublisherKeyIsReadAndItsAddressIsTheAddressFile() throws IOException {
    var pair = org.spineregistry.solana.key.KeyFile.load(folder.resolve("publisher-key.json"));

    assertThat(Files.readString(folder.resolve("publisher-address")).strip())
        .isEqualTo(pair.address().base58());
  }

  @Test
  void theTrustFileNamesBothKeysAndTheChain() throws Exception {
    String genesis = "4uhcVJyU9pJkvQyS88uRDiswHXSCkY3zQawwpjk2NsNY";

    String file = run("ops/make-trust", genesis, folder.toString());

    TrustRoot trust = TrustRoot.read(file.getBytes(StandardCharsets.UTF_8));
    assertThat(trust.certificateKeys())
        .extracting(PublicKey::keyId)
        .containsExactly(
            KeyFile.signingKey(folder.resolve("certificate-key.pem")).publicKey().keyId());
    assertThat(trust.publishers())
        .containsExactly(
            new TrustRoot.Publisher(
                Files.readString(folder.resolve("publisher-address")).strip(), genesis));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cohort-key", "synthesis-seed"})
  void secretsOfThirtyTwoBytesAreRead(String file) throws IOException {
    assertThat(KeyFile.secretBytes(folder.resolve(file))).hasSize(32);
  }

  @Test
  void onlyTheOwnerMayReadSecrets() throws IOException {
    assertThat(mode(folder)).isEqualTo("rwx------");
    for (String file :
        List.of("certificate-key.pem", "publisher-key.json", "cohort-key", "synthesis-seed")) {
      assertThat(mode(folder.resolve(file))).as(file).isEqualTo("rw-------");
    }
  }

  @Test
  void aSecondRunKeepsEveryKey() throws Exception {
    Map<String, String> before = contents();

    run(MAKE, folder.toString());

    assertThat(contents()).isEqualTo(before).hasSize(6);
  }

  @Test
  void twoFoldersGetDifferentKeys() throws Exception {
    Map<String, String> first = contents();
    folder = dir.resolve("other");
    run(MAKE, folder.toString());

    contents().forEach((file, text) -> assertThat(text).as(file).isNotEqualTo(first.get(file)));
  }

  /**
   * @return what the script prints
   */
  private String run(String script, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", Project.path(script).toString()));
    command.addAll(List.of(arguments));
    Path output = dir.resolve("output");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return Files.readString(output);
  }

  private Map<String, String> contents() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(
          Collectors.toMap(file -> file.getFileName().toString(), KeyFilesTest::text));
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
