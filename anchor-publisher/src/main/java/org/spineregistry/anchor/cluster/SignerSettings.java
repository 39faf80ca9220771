package org.spineregistry.anchor.cluster;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.spineregistry.service.config.ConfigurationProblem;
import org.spineregistry.solana.key.EnvironmentKey;
import org.spineregistry.solana.key.KeyFile;
import org.spineregistry.solana.key.KeyFileException;
import org.spineregistry.solana.key.Signer;
import org.spineregistry.solana.key.SignerException;
import org.spineregistry.solana.key.VaultSigner;

/**
 * Where the key is that signs and pays: one of a file, a variable, a key service.
 *
 * @param publisherKeyFile a JSON array of 64 numbers, mode 600
 * @param publisherKeyVariable name of an environment variable with the same text
 * @param vaultAddress of a key service with the transit API of Vault
 * @param vaultMount of its transit engine
 * @param vaultKey name of an ed25519 key
 * @param vaultTokenFile its token, which an agent may renew
 */
@ConfigurationProperties("spine.solana")
public record SignerSettings(
    @Bindable(defaultValue = "") String publisherKeyFile,
    @Bindable(defaultValue = "") String publisherKeyVariable,
    @Bindable(defaultValue = "") String vaultAddress,
    @Bindable(defaultValue = "transit") String vaultMount,
    @Bindable(defaultValue = "") String vaultKey,
    @Bindable(defaultValue = "") String vaultTokenFile) {
  private static final String FILE = "spine.solana.publisher-key-file";
  private static final String VARIABLE = "spine.solana.publisher-key-variable";
  private static final String VAULT = "spine.solana.vault-address";
  private static final String NAME = "[A-Za-z0-9._-]{1,100}";

  /** A signature is needed while a blockhash lives. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  public SignerSettings {
    long given =
        Stream.of(publisherKeyFile, publisherKeyVariable, vaultAddress)
            .filter(text -> !text.isBlank())
            .count();
    ConfigurationProblem.unless(given == 1, FILE, "one of it, " + VARIABLE + " and " + VAULT);
    if (!vaultAddress.isBlank()) {
      ConfigurationProblem.unless(
          vaultAddress.matches("https?://[^\\s/?#]+/?"), VAULT, "an http or https address");
      ConfigurationProblem.unless(
          vaultMount.matches(NAME), "spine.solana.vault-mount", "the name of a transit engine");
      ConfigurationProblem.unless(
          vaultKey.matches(NAME), "spine.solana.vault-key", "the name of a key");
      ConfigurationProblem.unless(
          !vaultTokenFile.isBlank(), "spine.solana.vault-token-file", "a file with a token");
    }
  }

  /**
   * @throws ConfigurationProblem when there is no usable key there
   */
  public Signer open(Map<String, String> environment) {
    if (!publisherKeyVariable.isBlank()) {
      return variable(environment);
    }
    return vaultAddress.isBlank() ? file() : vault();
  }

  private Signer file() {
    try {
      return KeyFile.load(Path.of(publisherKeyFile));
    } catch (KeyFileException e) {
      throw new ConfigurationProblem(FILE, e.getMessage());
    }
  }

  private Signer variable(Map<String, String> environment) {
    try {
      return EnvironmentKey.load(publisherKeyVariable, environment);
    } catch (IllegalArgumentException e) {
      throw new ConfigurationProblem(VARIABLE, e.getMessage());
    }
  }

  private Signer vault() {
    try {
      return VaultSigner.open(
          new VaultSigner.Service(
              URI.create(vaultAddress), vaultMount, vaultKey, Path.of(vaultTokenFile), PATIENCE));
    } catch (SignerException e) {
      throw new ConfigurationProblem(VAULT, e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new ConfigurationProblem(VAULT, "an http or https address");
    }
  }
}
