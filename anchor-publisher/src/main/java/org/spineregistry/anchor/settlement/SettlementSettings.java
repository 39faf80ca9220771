package org.spineregistry.anchor.settlement;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.spineregistry.service.config.ConfigurationProblem;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.EnvironmentKey;
import org.spineregistry.solana.key.KeyFile;
import org.spineregistry.solana.key.KeyFileException;
import org.spineregistry.solana.key.Signer;
import org.spineregistry.solana.token.MintExtension;

/**
 * Whether and how this service pays what was approved. Off unless somebody turns it on; the rest is
 * looked at only then.
 *
 * @param mint address of the token
 * @param keyFile key of the wallet that pays and owns the paying token account: a JSON array of 64
 *     numbers, mode 600. Another key than the publisher's
 * @param keyVariable name of an environment variable with the same text, instead of the file
 * @param wallets file that says whose wallet is which, mode 600
 * @param batchSize most payments in a transaction; fewer where its bytes hold fewer
 * @param waitTime pause between two looks at what is owed; what comes in between is paid together
 * @param stuckAfter age from which an open batch is shown as stuck
 * @param acceptExtensions extensions of the mint that are accepted although they change what a
 *     transfer does: {@code transfer-fee}, {@code transfer-hook} and so on
 * @param sinceSlot payments of this key in older slots were looked at by an operator; see the
 *     obstacle about batches that the log does not know
 */
@ConfigurationProperties("spine.settlement")
public record SettlementSettings(
    @Bindable(defaultValue = "false") boolean enabled,
    @Bindable(defaultValue = "") String mint,
    @Bindable(defaultValue = "") String keyFile,
    @Bindable(defaultValue = "") String keyVariable,
    @Bindable(defaultValue = "") String wallets,
    @Bindable(defaultValue = "17") int batchSize,
    @Bindable(defaultValue = "1m") Duration waitTime,
    @Bindable(defaultValue = "5m") Duration stuckAfter,
    @Bindable(defaultValue = "") List<String> acceptExtensions,
    @Bindable(defaultValue = "0") long sinceSlot) {
  /** More do not fit into a transaction. */
  private static final int MOST = 17;

  private static final String FILE = "spine.settlement.key-file";
  private static final String VARIABLE = "spine.settlement.key-variable";
  private static final String WALLETS = "spine.settlement.wallets";

  public SettlementSettings {
    acceptExtensions =
        acceptExtensions.stream().map(String::strip).filter(word -> !word.isEmpty()).toList();
    if (enabled) {
      ConfigurationProblem.unless(
          isAddress(mint), "spine.settlement.mint", "the address of a token's mint");
      ConfigurationProblem.unless(
          keyFile.isBlank() != keyVariable.isBlank(), FILE, "one of it and " + VARIABLE);
      ConfigurationProblem.unless(
          !wallets.isBlank(), WALLETS, "a file with beneficiaries and wallets");
      ConfigurationProblem.unless(
          batchSize >= 1 && batchSize <= MOST, "spine.settlement.batch-size", "from 1 to " + MOST);
      ConfigurationProblem.unless(
          !waitTime.isNegative(), "spine.settlement.wait-time", "not negative");
      ConfigurationProblem.unless(
          stuckAfter.compareTo(Duration.ZERO) > 0, "spine.settlement.stuck-after", "above 0");
      ConfigurationProblem.unless(
          acceptExtensions.stream().allMatch(word -> MintExtension.named(word).isPresent()),
          "spine.settlement.accept-extensions",
          "names of extensions: "
              + EnumSet.allOf(MintExtension.class).stream()
                  .filter(extension -> !extension.isHarmless())
                  .map(MintExtension::word)
                  .collect(Collectors.joining(", ")));
      ConfigurationProblem.unless(sinceSlot >= 0, "spine.settlement.since-slot", "at least 0");
    }
  }

  private static boolean isAddress(String text) {
    try {
      return new Address(text) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  Address mintAddress() {
    return new Address(mint);
  }

  Set<MintExtension> accepted() {
    return acceptExtensions.stream()
        .map(word -> MintExtension.named(word).orElseThrow())
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(MintExtension.class)));
  }

  /**
   * @throws ConfigurationProblem when the file, or its mode, is not as it should be
   */
  Path walletsFile() {
    Path file = Path.of(wallets);
    try {
      Wallets.requirePrivate(file);
      Wallets.read(file);
    } catch (Wallets.WalletsProblem e) {
      throw new ConfigurationProblem(WALLETS, e.getMessage());
    }
    return file;
  }

  /**
   * @throws ConfigurationProblem when there is no usable key there
   */
  public Signer payer(Map<String, String> environment) {
    try {
      return keyVariable.isBlank()
          ? KeyFile.load(Path.of(keyFile))
          : EnvironmentKey.load(keyVariable, environment);
    } catch (KeyFileException e) {
      throw new ConfigurationProblem(FILE, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new ConfigurationProblem(VARIABLE, e.getMessage());
    }
  }
}
