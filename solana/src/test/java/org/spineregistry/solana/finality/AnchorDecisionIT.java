package org.spineregistry.solana.finality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.finality.AnchorDecision.Failed;
import org.spineregistry.solana.finality.AnchorDecision.ReadBack;
import org.spineregistry.solana.finality.AnchorDecision.Resend;
import org.spineregistry.solana.finality.AnchorDecision.SignAgain;
import org.spineregistry.solana.finality.AnchorDecision.Stuck;
import org.spineregistry.solana.finality.AnchorDecision.Wait;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.SolanaServer;

/** What can happen to a transaction, on the real runtime with a manual clock and two endpoints. */
class AnchorDecisionIT {
  private static final Map<String, Object> NOTHING = Map.of();

  private static SolanaServer server;
  private KeyPair key;
  private Publisher publisher;

  @BeforeAll
  static void start() {
    server = SolanaServer.start("--node", "/b");
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.close();
  }

  @BeforeEach
  void fund() {
    server.control("clear", NOTHING);
    key = server.fundedWallet();
    publisher =
        new Publisher(key, new Memo.Dataset("5d".repeat(32)), server.rpc(), server.rpc("/b"));
  }

  private AnchorDecision decideAfter(int slots) {
    server.advance(slots);
    return publisher.decide();
  }

  private static void lag(int slots) {
    server.control("node", Map.of("path", "/b", "lag", slots));
  }

  /** Transactions of the key that landed without error. */
  private long anchors() {
    return server.rpc().signaturesFor(key.address(), null, 100).stream()
        .filter(entry -> !entry.failed())
        .count();
  }

  @Test
  void landsAndIsReadBackWhenFinal() {
    publisher.signAndSend();

    assertThat(publisher.decide()).isEqualTo(new Wait());
    assertThat(decideAfter(31)).isEqualTo(new Wait());
    assertThat(decideAfter(1)).isEqualTo(new ReadBack(publisher.attempts.get(0)));
  }

  @Test
  void isDroppedAndResent() {
    server.control("dropNext", Map.of("count", 2));
    publisher.signAndSend();
    assertThat(publisher.decide()).isEqualTo(new Resend());

    publisher.send();

    assertThat(decideAfter(32)).isInstanceOf(ReadBack.class);
    assertThat(publisher.signed).hasSize(1);
  }

  @Test
  void landsInTheLastValidBlock() {
    server.control("dropNext", Map.of("count", 2));
    publisher.signAndSend();
    assertThat(decideAfter(149)).isEqualTo(new Resend());

    publisher.send();

    assertThat(publisher.decide()).isEqualTo(new Wait());
    assertThat(decideAfter(32)).isInstanceOf(ReadBack.class);
  }

  @Test
  void expiresAndIsSignedAgainOnce() {
    server.control("dropNext", Map.of("count", 2, "slots", 500));
    publisher.signAndSend();
    server.control("dropNext", Map.of("count", 0));
    assertThat(decideAfter(181)).isEqualTo(new Resend());
    assertThat(decideAfter(1)).isEqualTo(new SignAgain());

    publisher.signAndSend();

    assertThat(decideAfter(32)).isEqualTo(new ReadBack(publisher.attempts.get(1)));
    server.advance(500);
    assertThat(anchors()).isEqualTo(1);
  }

  @Test
  void landsLateWhileTheSecondNodeLagsAndIsNotSignedAgain() {
    lag(60);
    server.control("holdNext", Map.of("count", 1, "slots", 148));
    publisher.signAndSend();

    for (int slot = 0; slot < 200; slot += 5) {
      assertThat(decideAfter(5)).as("slot " + slot).isNotInstanceOf(SignAgain.class);
    }
    assertThat(publisher.decide()).isInstanceOf(ReadBack.class);
  }

  @Test
  void aLaggingNodeHoldsASignatureBack() {
    server.control("dropNext", Map.of("count", 2, "slots", 1000));
    lag(60);
    publisher.signAndSend();

    assertThat(decideAfter(190))
        .isInstanceOfSatisfying(
            Stuck.class,
            stuck -> assertThat(stuck.reasons()).singleElement().asString().startsWith("local/b"));
    assertThat(decideAfter(60)).isEqualTo(new SignAgain());
  }

  @Test
  void aPrunedNodeHoldsASignatureBack() {
    server.control("dropNext", Map.of("count", 2, "slots", 1000));
    publisher.signAndSend();
    server.control("node", Map.of("path", "/b", "retain", 100));

    assertThat(decideAfter(250))
        .isInstanceOfSatisfying(
            Stuck.class,
            stuck -> assertThat(stuck.reasons()).singleElement().asString().contains("no history"));
  }

  @Test
  void aForkAfterConfirmedLeadsBackToResending() {
    server.control("checkpoint", NOTHING);
    publisher.signAndSend();
    assertThat(decideAfter(2)).isEqualTo(new Wait());

    server.control("rollback", NOTHING);
    assertThat(publisher.decide()).isEqualTo(new Resend());
    publisher.send();

    assertThat(decideAfter(32)).isInstanceOf(ReadBack.class);
    assertThat(anchors()).isEqualTo(1);
  }

  @Test
  void aForkThatTakesTheBlockhashLeadsToANewSignature() {
    server.control("checkpoint", NOTHING);
    server.advance(3);
    publisher.signAndSend();
    server.control("rollback", NOTHING);

    publisher.send();
    assertThat(publisher.decide()).isEqualTo(new Resend());
    assertThat(decideAfter(190)).isEqualTo(new SignAgain());
    publisher.signAndSend();

    assertThat(decideAfter(32)).isEqualTo(new ReadBack(publisher.attempts.get(1)));
    assertThat(anchors()).isEqualTo(1);
  }

  @Test
  void aFinalErrorIsAFailure() {
    publisher.signAndSend(new ComputeBudget(350, 0)); // the memo program runs out of compute units

    assertThat(decideAfter(31)).isEqualTo(new Wait());
    assertThat(decideAfter(1))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.err()).contains("InstructionError"));
    assertThat(anchors()).isZero();
  }

  @Test
  void anEndpointThatDoesNotAnswerHoldsASignatureBack() {
    server.control("dropNext", Map.of("count", 2, "slots", 1000));
    publisher.signAndSend();
    server.advance(250);
    server.control(
        "fault",
        Map.of(
            "methods",
            List.of("getSignatureStatuses"),
            "node",
            "/b",
            "status",
            503,
            "body",
            "<html>"));

    assertThat(publisher.decide())
        .isInstanceOfSatisfying(
            Stuck.class,
            stuck ->
                assertThat(stuck.reasons())
                    .containsExactly("local/b is silent: HTTP 503 without a JSON-RPC answer"));
    assertThat(publisher.decide()).isEqualTo(new SignAgain());
  }

  @Test
  void hundredsOfAttemptsAreAskedForInSeveralCalls() {
    publisher.signAndSend();
    for (int i = 0; i < 600; i++) {
      publisher.attempts.add(
          new Attempt(
              "5VERv8NMvzbJMEkV8xnrLkEaWRtSz9CosKDYjCJjBRnbJLgp8uirBgmQpjKhoR4tjF3ZpRzrFmBV6UjKdiSZkQ"
                  + (char) ('a' + i % 10)
                  + i,
              1,
              1));
    }

    assertThat(decideAfter(32)).isEqualTo(new ReadBack(publisher.attempts.get(0)));
    AnchorTransaction landed = publisher.signed.get(0);
    assertThat(server.rpc().transaction(landed.signature()).orElseThrow().base64())
        .isEqualTo(landed.base64());
  }
}
