package org.spineregistry.solana.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.SolanaServer;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.verify.OnChainResult.Anchored;
import org.spineregistry.solana.verify.OnChainResult.NotAnchored;
import org.spineregistry.solana.verify.OnChainResult.Reason;

class OnChainCheckIT {
  private static final Memo MEMO = new Memo.Dataset("5d".repeat(32));

  private static AnchorTransaction publish(SolanaServer server, KeyPair publisher, int unitLimit) {
    SolanaRpc rpc = server.rpc();
    AnchorTransaction anchor =
        new AnchorTransactionBuilder(publisher)
            .build(MEMO, rpc.latestBlockhash().blockhash(), new ComputeBudget(unitLimit, 1_000));
    rpc.send(anchor.bytes());
    return anchor;
  }

  private static OnChainCheck check(SolanaServer server, KeyPair publisher) {
    return new OnChainCheck(
        server.rpc(), new TrustedPublishers(server.genesisHash(), Set.of(publisher.address())));
  }

  private static Reason reason(OnChainResult result) {
    return ((NotAnchored) result).reason();
  }

  @Test
  void findsAnAnchorOnceItIsFinal() throws InterruptedException {
    try (SolanaServer server = SolanaServer.start()) {
      KeyPair publisher = server.fundedWallet();
      AnchorTransaction anchor = publish(server, publisher, 60_000);
      server.advance(31);
      assertThat(reason(check(server, publisher).find(MEMO))).isEqualTo(Reason.NO_SUCH_MEMO);
      assertThat(reason(check(server, publisher).at(anchor.signature(), MEMO)))
          .isEqualTo(Reason.NOT_FINALIZED);
      server.advance(1);

      OnChainResult found = check(server, publisher).find(MEMO);

      assertThat(found)
          .isInstanceOfSatisfying(
              Anchored.class, result -> assertThat(result.transaction()).isEqualTo(anchor));
      assertThat(check(server, publisher).at(anchor.signature(), MEMO)).isEqualTo(found);
      assertThat(reason(check(server, KeyPair.random()).at(anchor.signature(), MEMO)))
          .isEqualTo(Reason.UNTRUSTED_PUBLISHER);
      assertThat(reason(check(server, KeyPair.random()).find(MEMO))).isEqualTo(Reason.NO_SUCH_MEMO);
    }
  }

  @Test
  void aFailedTransactionWithTheMemoIsNoAnchor() throws InterruptedException {
    try (SolanaServer server = SolanaServer.start()) {
      KeyPair publisher = server.fundedWallet();
      publish(server, publisher, 350);
      server.advance(32);

      assertThat(reason(check(server, publisher).find(MEMO))).isEqualTo(Reason.FAILED_TRANSACTION);
    }
  }

  @Test
  void aNodeOfAnotherClusterIsRefused() throws InterruptedException {
    try (SolanaServer server = SolanaServer.start("--node", "/b")) {
      KeyPair publisher = server.fundedWallet();
      server.control(
          "node",
          Map.of("path", "/b", "genesisHash", "5eykt4UsFv8P8NJdTREpY1vzqKqZKvdpKuc147dw2N9d"));
      TrustedPublishers trusted =
          new TrustedPublishers(server.genesisHash(), Set.of(publisher.address()));

      assertThat(reason(new OnChainCheck(server.rpc("/b"), trusted).find(MEMO)))
          .isEqualTo(Reason.WRONG_CLUSTER);
    }
  }

  @Test
  void anAnchorSurvivesAPowerCutOfTheLocalChain(@TempDir Path state) throws InterruptedException {
    KeyPair publisher = KeyPair.random();
    OnChainResult before;
    String genesisHash;
    try (SolanaServer server = SolanaServer.start("--state", state.toString())) {
      genesisHash = server.genesisHash();
      server.fund(publisher.address());
      publish(server, publisher, 60_000);
      server.advance(32);
      before = check(server, publisher).find(MEMO);
      server.kill();
    }
    try (SolanaServer server = SolanaServer.start("--state", state.toString())) {
      assertThat(server.genesisHash()).isEqualTo(genesisHash);
      assertThat(before).isInstanceOf(Anchored.class);
      assertThat(check(server, publisher).find(MEMO)).isEqualTo(before);
    }
  }

  @Test
  void theClockOfTheServerRunsByItself() throws InterruptedException {
    try (SolanaServer server = SolanaServer.start("--slot-ms", "20")) {
      KeyPair publisher = KeyPair.random();
      server.rpc().requestAirdrop(publisher.address(), 1_000_000_000);
      AnchorTransaction anchor = publish(server, publisher, 60_000);

      Awaitility.await()
          .untilAsserted(
              () ->
                  assertThat(check(server, publisher).at(anchor.signature(), MEMO))
                      .isInstanceOf(Anchored.class));
    }
  }
}
