package org.spineregistry.anchor.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.settlement.Wallets.WalletsProblem;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.token.Mint;
import org.spineregistry.solana.token.TokenPrograms;

class WalletsTest {
  private static final String HEADER = "beneficiaryId,wallet\n";

  @TempDir Path folder;

  private final Address wallet = KeyPair.random().address();

  private Wallets read(String text) throws IOException, WalletsProblem {
    return Wallets.read(Files.writeString(folder.resolve("wallets.csv"), text));
  }

  private void refused(String text, String why) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(WalletsProblem.class)
        .hasMessageContaining(why)
        .hasMessageNotContaining("contributor")
        .hasMessageNotContaining(wallet.base58());
  }

  @Test
  void aBeneficiaryHasTheWalletOfHisLine() throws Exception {
    Wallets wallets = read(HEADER + "contributor-a," + wallet + "\n\n");

    assertThat(wallets.of("contributor-a")).contains(wallet);
    assertThat(wallets.of("contributor-b")).isEmpty();
    assertThat(wallets.toString()).doesNotContain(wallet.base58()).doesNotContain("contributor");
  }

  @Test
  void aFileThatIsNotAsItShouldBeIsRefusedByItsLineAndNeverQuoted() {
    Address offCurve = new Mint(wallet, TokenPrograms.TOKEN_2022, 9).accountOf(wallet);
    refused("", "line 1");
    refused("contributor-a," + wallet + "\n", "line 1");
    refused(HEADER + "contributor-a\n", "line 2");
    refused(HEADER + "," + wallet + "\n", "line 2");
    refused(HEADER + "contributor-a," + wallet + ",more\n", "line 2");
    refused(HEADER + "contributor-a," + wallet + "1\n", "line 2");
    refused(HEADER + "contributor-a, " + wallet + "\n", "line 2");
    refused(HEADER + "contributor-a," + offCurve + "\n", "line 2 has an address that nobody can");
    String line = "contributor-a," + wallet + "\n";
    refused(HEADER + line + line, "line 3 names a beneficiary for the second time");
    assertThatThrownBy(() -> Wallets.read(folder.resolve("none.csv")))
        .isInstanceOf(WalletsProblem.class)
        .hasMessage("cannot be read");
  }
}
