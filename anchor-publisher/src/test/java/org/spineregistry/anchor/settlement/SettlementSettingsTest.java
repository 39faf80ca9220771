package org.spineregistry.anchor.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.service.config.ConfigurationProblem;
import org.spineregistry.solana.key.KeyFile;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.token.MintExtension;

class SettlementSettingsTest {
  private static final String MINT = KeyPair.random().address().base58();
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;

  private static SettlementSettings settings(
      String mint, String file, String variable, String wallets, int size, List<String> accept) {
    return new SettlementSettings(
        true, mint, file, variable, wallets, size, SECOND, SECOND, accept, 0);
  }

  private static void refused(
      String key,
      String mint,
      String file,
      String variable,
      String wallets,
      int size,
      String accept) {
    assertThatThrownBy(() -> settings(mint, file, variable, wallets, size, List.of(accept)))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageStartingWith("spine.settlement." + key + ": ");
  }

  private static void refused(String key, Duration wait, Duration stuck, long slot) {
    assertThatThrownBy(
            () ->
                new SettlementSettings(
                    true, MINT, "key", "", "wallets", 1, wait, stuck, List.of(), slot))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageStartingWith("spine.settlement." + key + ": ");
  }

  @Test
  void everyKeyHasItsRule() {
    refused("mint", "", "key", "", "wallets", 1, "");
    refused("mint", "not an address", "key", "", "wallets", 1, "");
    refused("key-file", MINT, "", "", "wallets", 1, "");
    refused("key-file", MINT, "key", "VARIABLE", "wallets", 1, "");
    refused("wallets", MINT, "key", "", "", 1, "");
    refused("batch-size", MINT, "key", "", "wallets", 0, "");
    refused("batch-size", MINT, "key", "", "wallets", 18, "");
    refused("accept-extensions", MINT, "key", "", "wallets", 1, "transfer-fees");
    refused("wait-time", SECOND.negated(), SECOND, 0);
    refused("stuck-after", SECOND, Duration.ZERO, 0);
    refused("since-slot", SECOND, SECOND, -1);
  }

  @Test
  void nothingIsAskedForWhileItIsOff() {
    SettlementSettings off =
        new SettlementSettings(false, "", "", "", "", 0, SECOND, SECOND, List.of("anything"), 0);
    assertThat(off.enabled()).isFalse();
  }

  @Test
  void extensionsAreAcceptedByTheirNames() {
    SettlementSettings settings =
        settings(MINT, "key", "", "wallets", 1, List.of("transfer-fee", " pausable "));
    assertThat(settings.accepted())
        .containsExactlyInAnyOrder(MintExtension.TRANSFER_FEE, MintExtension.PAUSABLE);
  }

  @Test
  void theKeyIsInAFileOrAVariable() throws Exception {
    Path file = folder.resolve("treasury.json");
    KeyPair key = KeyFile.generate(file);
    Map<String, String> environment = Map.of("TREASURY", Files.readString(file));

    assertThat(settings(MINT, file.toString(), "", "w", 1, List.of()).payer(Map.of()).address())
        .isEqualTo(key.address());
    assertThat(settings(MINT, "", "TREASURY", "w", 1, List.of()).payer(environment).address())
        .isEqualTo(key.address());
    assertThatThrownBy(() -> settings(MINT, "", "TREASURY", "w", 1, List.of()).payer(Map.of()))
        .hasMessageStartingWith("spine.settlement.key-variable: ");
    assertThatThrownBy(
            () ->
                settings(MINT, folder.resolve("none").toString(), "", "w", 1, List.of())
                    .payer(Map.of()))
        .hasMessageStartingWith("spine.settlement.key-file: ");
  }

  @Test
  void aFileOfWalletsThatOthersMayReadIsRefusedAtTheStart() throws Exception {
    Path file = Files.writeString(folder.resolve("wallets.csv"), "beneficiaryId,wallet\n");
    SettlementSettings settings = settings(MINT, "key", "", file.toString(), 1, List.of());
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(settings::walletsFile)
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageStartingWith("spine.settlement.wallets: ")
        .hasMessageContaining("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    assertThat(settings.walletsFile()).isEqualTo(file);
  }

  @Test
  void aFileOfWalletsThatCannotBeUsedIsRefusedAtTheStart() {
    assertThatThrownBy(
            () ->
                settings(MINT, "key", "", folder.resolve("none").toString(), 1, List.of())
                    .walletsFile())
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageStartingWith("spine.settlement.wallets: ");
  }
}
