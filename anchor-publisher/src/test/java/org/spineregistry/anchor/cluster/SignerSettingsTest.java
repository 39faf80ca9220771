package org.spineregistry.anchor.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.service.config.ConfigurationProblem;
import org.spineregistry.solana.key.KeyFile;
import org.spineregistry.solana.key.KeyPair;

class SignerSettingsTest {
  private static final String VAULT = "https://vault.example.org:8200";

  @TempDir Path folder;

  @Test
  void aFileAndAVariableHoldTheSameKey() throws IOException {
    Path file = folder.resolve("key.json");
    KeyPair key = KeyFile.generate(file);

    assertThat(settings(file.toString(), "", "").open(Map.of()).address()).isEqualTo(key.address());
    assertThat(settings("", "KEY", "").open(Map.of("KEY", Files.readString(file))).address())
        .isEqualTo(key.address());
  }

  @Test
  void aVariableWithoutAKeyIsRefusedWithoutShowingIt() {
    SignerSettings settings = settings("", "KEY", "");
    assertThatThrownBy(() -> settings.open(Map.of()))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageContaining("KEY is not set");
    assertThatThrownBy(() -> settings.open(Map.of("KEY", "[1,2,771]")))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageContaining("KEY is not a JSON array of 64 numbers")
        .hasMessageNotContaining("771");
  }

  @Test
  void exactlyOnePlaceIsNamed() {
    refused("spine.solana.publisher-key-file", "", "", "");
    refused("spine.solana.publisher-key-file", "key.json", "KEY", "");
    refused("spine.solana.publisher-key-file", "key.json", "", VAULT);
    refused("spine.solana.vault-address", "", "", "vault.example.org");
    refused("spine.solana.vault-key", "", "", VAULT);
  }

  private static void refused(String property, String file, String variable, String vault) {
    assertThatThrownBy(() -> settings(file, variable, vault))
        .isInstanceOf(ConfigurationProblem.class)
        .hasMessageStartingWith(property + ": ");
  }

  private static SignerSettings settings(String file, String variable, String vault) {
    return new SignerSettings(file, variable, vault, "transit", "", "");
  }
}
