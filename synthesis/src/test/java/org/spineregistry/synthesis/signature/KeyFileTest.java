package org.spineregistry.synthesis.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
  /** RFC 8032, section 7.1, test 1, as openssl writes it. */
  private static final String PEM =
      """
      -----BEGIN PRIVATE KEY-----
      MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
      -----END PRIVATE KEY-----
      """;

  private static final String PUBLIC =
      "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

  @TempDir Path folder;

  @Test
  void readsAKeyAsOpensslWritesIt() throws IOException {
    SigningKey key = KeyFile.signingKey(file(PEM, "rw-------"));

    assertThat(HexFormat.of().formatHex(key.publicKey().raw())).isEqualTo(PUBLIC);
  }

  @Test
  void readsWhatItWroteWithModeSixHundred() throws IOException {
    Path pem = folder.resolve("new.pem");
    Path hex = folder.resolve("new.hex");
    SigningKey key = SigningKey.random();
    byte[] secret = new byte[32];
    Arrays.fill(secret, (byte) 0xA7);

    KeyFile.write(pem, key);
    KeyFile.write(hex, secret);

    assertThat(KeyFile.signingKey(pem).publicKey().raw()).isEqualTo(key.publicKey().raw());
    assertThat(KeyFile.secretBytes(hex)).isEqualTo(secret);
    for (Path file : new Path[] {pem, hex}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void neverOverwritesAKey() throws IOException {
    Path file = folder.resolve("key.pem");
    KeyFile.write(file, SigningKey.random());
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> KeyFile.write(file, SigningKey.random()))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("exists already");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @Test
  void refusesAFileThatOthersMayReadOrWrite() throws IOException {
    for (String mode : new String[] {"rw-r-----", "rw----r--", "rw--w----", "rw-----w-"}) {
      Path file = file(PEM, mode);
      assertThatThrownBy(() -> KeyFile.signingKey(file))
          .isInstanceOf(KeyFileException.class)
          .hasMessageContaining("chmod 600");
    }
    assertThat(KeyFile.signingKey(file(PEM, "r--------"))).isNotNull();
  }

  @Test
  void namesTheFileAndTheRuleButNothingOfTheContent() throws IOException {
    refused(PEM.replace("PRIVATE", "PUBLIC"), "is no PEM private key");
    refused(PEM.replace("MC4C", "M*4C"), "is no PEM private key");
    refused(PEM.replace("MC4C", "MC4D"), "is no Ed25519 key in PKCS#8");
    refused("é", "is no text of ASCII characters");
    refused("x".repeat(20_000), "is too large for a key");
    assertThatThrownBy(() -> KeyFile.signingKey(folder.resolve("absent")))
        .hasMessageContaining("absent does not exist");
    assertThatThrownBy(() -> KeyFile.secretBytes(file("12ab", "rw-------")))
        .hasMessageContaining("64 hexadecimal digits")
        .hasMessageNotContaining("12ab");
    assertThatThrownBy(() -> KeyFile.write(folder.resolve("s"), new byte[31]))
        .hasMessageContaining("32 bytes");
    assertThatThrownBy(() -> KeyFile.write(folder.resolve("no/such/folder"), SigningKey.random()))
        .isInstanceOf(KeyFileException.class)
        .hasMessageContaining("folder");
  }

  private void refused(String content, String rule) throws IOException {
    Path file = file(content, "rw-------");
    assertThatThrownBy(() -> KeyFile.signingKey(file))
        .isInstanceOf(KeyFileException.class)
        .hasMessage("key file " + file + " " + rule);
  }

  private Path file(String content, String mode) throws IOException {
    Path file = Files.createTempFile(folder, "key", "");
    Files.writeString(file, content);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
