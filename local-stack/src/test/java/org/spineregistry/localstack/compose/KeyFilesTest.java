package org.spineregistry.localstack.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

/** The keys that {@code ops/make-secrets} makes, read by the code that will read them. */
class KeyFilesTest {
  @TempDir Path dir;
  private Path folder;

  @BeforeEach
  void make() throws Exception {
    folder = dir.resolve("secrets");
    run();
  }

  @Test
  void theSigningKeyIsReadAndItsPublicHalfIsTheTrustFile() throws IOException {
    var key =
        org.spineregistry.synthesis.signature.KeyFile.signingKey(
            folder.resolve("certificate-key.pem"));
    String trust = Files.readString(folder.resolve("certificate-trust.pem"));
    String base64 = trust.replaceAll("-----[A-Z ]+-----|\\s", "");
    byte[] der = java.util.Base64.getDecoder().decode(base64);

    assertThat(key.publicKey().raw())
        .isEqualTo(java.util.Arrays.copyOfRange(der, der.length - 32, der.length));
  }

  @Test
  void thePublisherKeyIsReadAndItsAddressIsTheAddressFile() throws IOException {
    var pair =
        org.spineregistry.solana.key.KeyFile.load(folder.resolve("publisher-key.json"));

    assertThat(Files.readString(folder.resolve("publisher-address")).strip())
        .isEqualTo(pair.address().base58());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cohort-key", "synthesis-seed"})
  void secretsOfThirtyTwoBytesAreRead(String file) throws IOException {
    assertThat(org.spineregistry.synthesis.signature.KeyFile.secretBytes(folder.resolve(file)))
        .hasSize(32);
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

    run();

    assertThat(contents()).isEqualTo(before).hasSize(6);
  }

  @Test
  void twoFoldersGetDifferentKeys() throws Exception {
    Map<String, String> first = contents();
    folder = dir.resolve("other");
    run();

    contents().forEach((file, text) -> assertThat(text).as(file).isNotEqualTo(first.get(file)));
  }

  private void run() throws Exception {
    Process process =
        new ProcessBuilder("sh", Project.path("ops/make-secrets").toString(), folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(dir.resolve("output").toFile())
            .start();
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(dir.resolve("output"))).isZero();
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
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String mode(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
