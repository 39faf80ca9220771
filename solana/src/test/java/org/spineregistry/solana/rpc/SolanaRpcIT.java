package org.spineregistry.solana.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.AnchorTransactionParser;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.SolanaServer;

class SolanaRpcIT {
  private static final Memo MEMO = new Memo.Dataset("5d".repeat(32));
  private static final ComputeBudget BUDGET = new ComputeBudget(60_000, 1_000);

  private static SolanaServer server;
  private SolanaRpc rpc;
  private KeyPair publisher;

  @BeforeAll
  static void start() {
    server = SolanaServer.start();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.close();
  }

  @BeforeEach
  void fund() {
    server.control("clear", Map.of());
    rpc = server.rpc();
    publisher = server.fundedWallet();
  }

  private AnchorTransaction signed(ComputeBudget budget) {
    return new AnchorTransactionBuilder(publisher)
        .build(MEMO, rpc.latestBlockhash().blockhash(), budget);
  }

  private SignatureStatus status(AnchorTransaction transaction) {
    return rpc.statuses(List.of(transaction.signature()), 0).values().get(0).orElseThrow();
  }

  @Test
  void anAnchorLandsIsFinalizedAndReadsBackByteForByte() {
    AnchorTransaction anchor = signed(BUDGET);

    assertThat(rpc.send(anchor.bytes())).isEqualTo(anchor.signature());
    assertThat(status(anchor).level()).isEqualTo(Commitment.PROCESSED);
    assertThat(rpc.transaction(anchor.signature())).isEmpty();
    server.advance(1);
    assertThat(status(anchor).level()).isEqualTo(Commitment.CONFIRMED);
    server.advance(31);

    assertThat(status(anchor).isFinal()).isTrue();
    FinalizedTransaction back = rpc.transaction(anchor.signature()).orElseThrow();
    assertThat(AnchorTransactionParser.parse(back.bytes())).isEqualTo(anchor);
    assertThat(back.failed()).isFalse();
    assertThat(back.slot()).isEqualTo(status(anchor).slot());
    assertThat(back.blockTime())
        .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plusSeconds(5));
  }

  @Test
  void theFeeIsTheOneComputed() {
    BigInteger before = rpc.balance(publisher.address(), Commitment.PROCESSED);
    rpc.send(signed(BUDGET).bytes());

    assertThat(before.subtract(rpc.balance(publisher.address(), Commitment.PROCESSED)))
        .isEqualTo(BUDGET.fee())
        .isEqualTo(5060);
    assertThat(rpc.balance(publisher.address(), Commitment.FINALIZED)).isEqualTo(before);
    assertThat(rpc.recentPrices(publisher.address())).contains(1_000L);
  }

  @Test
  void aTransactionThatFailsIsOnChainWithItsError() {
    AnchorTransaction starved = signed(new ComputeBudget(350, 0));

    rpc.send(starved.bytes());
    server.advance(32);

    assertThat(status(starved).isFinal()).isTrue();
    assertThat(status(starved).failed()).isTrue();
    assertThat(rpc.transaction(starved.signature()).orElseThrow().err())
        .isEqualTo(status(starved).err())
        .contains("InstructionError");
    assertThat(rpc.signaturesFor(publisher.address(), null, 10).get(0))
        .matches(ListedTransaction::failed)
        .matches(entry -> entry.memo().endsWith(MEMO.text()));
  }

  @Test
  void aDraftCanBeSimulatedBeforeAnythingIsSigned() {
    AnchorTransactionBuilder builder = new AnchorTransactionBuilder(publisher);

    Simulation good = rpc.simulate(builder.draft(MEMO, rpc.latestBlockhash().blockhash(), BUDGET));
    Simulation bad =
        rpc.simulate(
            builder.draft(MEMO, rpc.latestBlockhash().blockhash(), new ComputeBudget(350, 0)));

    assertThat(good.failed()).isFalse();
    assertThat(good.units()).isBetween(1L, 60_000L);
    assertThat(bad.failed()).isTrue();
  }

  @Test
  void listsMemosNewestFirstInPages() {
    List<String> sent =
        IntStream.range(0, 5)
            .mapToObj(i -> signed(new ComputeBudget(60_000, i)).signature())
            .toList();
    IntStream.range(0, 5).forEach(i -> rpc.send(signed(new ComputeBudget(60_000, i)).bytes()));
    server.advance(32);

    List<ListedTransaction> first = rpc.signaturesFor(publisher.address(), null, 3);
    List<ListedTransaction> second =
        rpc.signaturesFor(publisher.address(), first.get(2).signature(), 3);

    assertThat(first)
        .extracting(ListedTransaction::signature)
        .containsExactly(sent.get(4), sent.get(3), sent.get(2));
    assertThat(second)
        .extracting(ListedTransaction::signature)
        .containsExactly(sent.get(1), sent.get(0));
    assertThat(first)
        .allMatch(entry -> entry.memo().equals("[73] " + MEMO.text()) && !entry.failed());
  }

  @Test
  void heightsAndBlockhashesBelongTogether() {
    LatestBlockhash blockhash = rpc.latestBlockhash();
    Tip confirmed = rpc.tip(Commitment.CONFIRMED);

    assertThat(blockhash.slot()).isEqualTo(confirmed.slot());
    assertThat(blockhash.lastValidBlockHeight()).isEqualTo(confirmed.blockHeight() + 150);
    assertThat(rpc.finalizedTip().slot()).isEqualTo(rpc.tip(Commitment.PROCESSED).slot() - 32);
    assertThat(rpc.genesisHash()).isEqualTo(server.genesisHash());
    assertThat(rpc.firstAvailableBlock()).isZero();
    assertThat(rpc.healthy()).isTrue();
    assertThat(rpc.rentExemption(0)).isPositive();
  }

  @Test
  void aNodeThatIsBehindRefusesANewerContext() {
    server.control(
        "node", Map.of("path", "/behind", "lag", 40, "minContext", true, "healthy", false));
    SolanaRpc behind = server.rpc("/behind");

    assertThat(behind.healthy()).isFalse();
    assertThatExceptionOfType(RpcFailure.class)
        .isThrownBy(() -> behind.statuses(List.of("x"), rpc.tip(Commitment.PROCESSED).slot()))
        .matches(failure -> failure.code().orElseThrow() == -32016 && failure.retriable());
  }

  @Test
  void aCutConnectionIsAFailureAndNotASecondCall() {
    AnchorTransaction anchor = signed(BUDGET);
    server.fault("sendTransaction", Map.of("after", true, "close", true));

    assertThatExceptionOfType(RpcFailure.class)
        .isThrownBy(() -> rpc.send(anchor.bytes()))
        .matches(failure -> failure.httpStatus() == 0 && failure.retriable());
    assertThat(status(anchor).failed()).isFalse();
  }

  @Test
  void halfAnAnswerAndNoneInTimeAreFailures() {
    server.fault("getGenesisHash", Map.of("truncate", true));
    assertThatExceptionOfType(RpcFailure.class)
        .isThrownBy(rpc::genesisHash)
        .matches(failure -> failure.httpStatus() == 0 && failure.getCause() != null);

    server.fault("getGenesisHash", Map.of("delayMs", 2000));
    SolanaRpc hasty = new SolanaRpc("hasty", server.url("/"), Duration.ofMillis(200));
    assertThatExceptionOfType(RpcFailure.class)
        .isThrownBy(hasty::genesisHash)
        .matches(failure -> failure.httpStatus() == 0 && failure.retriable());
  }

  @Test
  void anUnknownAddressHasNothing() {
    Address nobody = KeyPair.random().address();

    assertThat(rpc.balance(nobody, Commitment.FINALIZED)).isZero();
    assertThat(rpc.signaturesFor(nobody, null, 10)).isEmpty();
  }

  @Test
  void compressedAnswersAreRead() throws InterruptedException {
    try (SolanaServer compressing = SolanaServer.start("--gzip")) {
      assertThat(compressing.rpc().genesisHash()).isEqualTo(compressing.genesisHash());
    }
  }
}
