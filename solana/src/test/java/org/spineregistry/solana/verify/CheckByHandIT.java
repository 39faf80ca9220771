package org.spineregistry.solana.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.Repository;
import org.spineregistry.solana.local.SolanaServer;
import org.spineregistry.solana.rpc.SolanaRpc;

/** The commands of docs/anchor-format.md do what the text says. */
class CheckByHandIT {
  private static SolanaServer server;

  @TempDir Path folder;
  private KeyPair publisher;
  private Path certificate;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    String tools = "command -v curl jq openssl bc sha256sum base64 od";
    assumeThat(new ProcessBuilder("bash", "-c", tools).start().waitFor()).as(tools).isZero();
    server = SolanaServer.start();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void publish() throws IOException, NoSuchAlgorithmException {
    certificate = Files.writeString(folder.resolve("certificate.json"), "{\"cohort\":823}\n");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(certificate));
    publisher = server.fundedWallet();
    SolanaRpc rpc = server.rpc();
    Memo memo = new Memo.Dataset(HexFormat.of().formatHex(digest));
    rpc.send(
        new AnchorTransactionBuilder(publisher)
            .build(memo, rpc.latestBlockhash().blockhash(), new ComputeBudget(60_000, 1_000))
            .bytes());
    server.advance(32);
  }

  /** Standard output and errors, with the exit code in front. */
  private String run(String genesisHash, String trusted) throws IOException, InterruptedException {
    Path script =
        Files.writeString(
            folder.resolve("check.sh"),
            Repository.block(Repository.document("anchor-format.md"), "sh"));
    ProcessBuilder bash =
        new ProcessBuilder(List.of("bash", "-euo", "pipefail", script.toString()))
            .directory(folder.toFile());
    bash.environment()
        .putAll(
            Map.of(
                "RPC",
                server.url("/"),
                "GENESIS",
                genesisHash,
                "PUBLISHER",
                trusted,
                "CERTIFICATE",
                certificate.toString()));
    Path output = folder.resolve("output.txt");
    int exit = bash.redirectErrorStream(true).redirectOutput(output.toFile()).start().waitFor();
    return exit + ": " + Files.readString(output);
  }

  @Test
  void aGoodAnchorPasses() throws Exception {
    assertThat(run(server.genesisHash(), publisher.address().base58()))
        .startsWith("0: ")
        .contains("anchored in slot", publisher.address().base58());
  }

  @Test
  void anotherCertificateFails() throws Exception {
    Files.writeString(certificate, "{\"cohort\":824}\n");

    assertThat(run(server.genesisHash(), publisher.address().base58()))
        .doesNotStartWith("0:")
        .doesNotContain("anchored in slot");
  }

  @Test
  void anotherPublisherAndAnotherClusterFail() throws Exception {
    assertThat(run(server.genesisHash(), KeyPair.random().address().base58()))
        .doesNotStartWith("0:")
        .doesNotContain("anchored in slot");
    assertThat(run("5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d", publisher.address().base58()))
        .doesNotStartWith("0:");
  }
}
