package org.spineregistry.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.BrokerFault;
import org.spineregistry.nodes.process.ProcessGroup;

class SolanaNodeIT {
  private static final String SOMEBODY = "4uQeVj5tqViQh7yWWGStvkEG1Zmhx6uasJtWCJziofM";

  private final ProcessGroup group = ProcessGroup.open();
  @TempDir Path root;
  private SolanaNode solana;

  @BeforeEach
  void startServer() {
    SolanaSettings settings = SolanaSettings.under(root, new FreePort(), 20);
    assumeTrue(Files.exists(settings.folder()), "there is no server in " + settings.folder());
    solana = new SolanaNode(settings, group);
    solana.start();
  }

  @AfterEach
  void closeGroup() {
    group.close();
  }

  @Test
  void isHealthyAndItsSlotsMoveOn() {
    assertThat(rpc("getHealth", "[]")).contains("\"result\":\"ok\"");
    assertThat(rpc("getGenesisHash", "[]")).contains("\"" + solana.genesisHash() + "\"");

    String slot = rpc("getSlot", "[]");
    await().until(() -> !rpc("getSlot", "[]").equals(slot));
  }

  @Test
  void keepsItsChainAfterKill9() {
    String genesis = solana.genesisHash();
    rpc("requestAirdrop", "[\"" + SOMEBODY + "\",5000000]");
    await().until(() -> balance().contains("\"value\":5000000"));

    new BrokerFault(solana.process()).crashAndRestart();

    assertThat(solana.genesisHash()).isEqualTo(genesis);
    await().until(() -> balance().contains("\"value\":5000000"));
  }

  @Test
  void stopLeavesNoProcess() {
    long pid = solana.process().pid();

    solana.process().stop();

    assertThat(ProcessHandle.of(pid)).isEmpty();
    assertThat(solana.process().exitCode()).hasValue(0);
  }

  private String balance() {
    return rpc("getBalance", "[\"" + SOMEBODY + "\",{\"commitment\":\"confirmed\"}]");
  }

  private String rpc(String method, String parameters) {
    String request =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
            .formatted(method, parameters);
    return new HttpJson(solana.url()).call("POST", "/", request).body();
  }
}
