package org.spineregistry.localstack.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.solana.key.Address;
import org.spineregistry.synthesis.verify.TrustRoot;

class KeysTest {
  private static final byte[] SEED = HexFormat.of().parseHex("ab".repeat(32));
  private static final String GENESIS = "4uQeVj5tqViQh7yWWGStvkEG1Zmhx6uasJtWCJziofM";

  @TempDir private Path folder;
  private DataDir data;
  private Keys keys;

  @BeforeEach
  void first() {
    data = new DataDir(folder.resolve("data"));
    data.prepare();
    keys = new Keys(data);
  }

  @Test
  void theFirstStartMakesEverySecretForItsOwnerOnly() throws IOException {
    keys.ensure(Optional.empty());
    try (Stream<Path> files = Files.list(data.keys())) {
      assertThat(files.toList())
          .hasSize(4)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.keys())))
        .isEqualTo("rwx------");
  }

  @Test
  void laterStartsKeepThem() {
    keys.ensure(Optional.empty());
    byte[] seed = keys.seed();
    Address publisher = keys.publisher();
    new Keys(data).ensure(Optional.empty());
    assertThat(new Keys(data).seed()).isEqualTo(seed);
    assertThat(new Keys(data).publisher()).isEqualTo(publisher);
  }

  @Test
  void aGivenSeedIsUsedAndAnotherOneIsRefusedLater() {
    keys.ensure(Optional.of(SEED));
    assertThat(keys.seed()).isEqualTo(SEED);
    keys.ensure(Optional.of(SEED));
    byte[] other = HexFormat.of().parseHex("cd".repeat(32));
    assertThatThrownBy(() -> keys.ensure(Optional.of(other)))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("made with another seed")
        .hasMessageNotContaining("cdcd");
  }

  @Test
  void theTrustFileIsWhatTheVerifierReadsAndNotesAnotherLedger() throws Exception {
    keys.ensure(Optional.empty());
    trust(GENESIS);
    TrustRoot root = TrustRoot.read(Files.readAllBytes(data.trust()));
    assertThat(root.certificateKeys().get(0).keyId()).isEqualTo(keys.certificateKey().keyId());
    assertThat(root.publishers())
        .containsExactly(new TrustRoot.Publisher(keys.publisher().base58(), GENESIS));
    trust(GENESIS);
    assertThatThrownBy(() -> trust("8opHzTAnfzRpPEx21XtnrVTX28YQuCpAjcn1PczScKh"))
        .isInstanceOf(UserProblem.class)
        .hasMessageContaining("another ledger");
  }

  private void trust(String genesis) {
    TrustFile.ensure(data.trust(), keys.certificateKey(), keys.publisher(), genesis);
  }
}
