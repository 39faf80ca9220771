package org.spineregistry.solana.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.local.SolanaServer;
import org.spineregistry.solana.rpc.Commitment;
import org.spineregistry.solana.rpc.ListedTransaction;
import org.spineregistry.solana.rpc.SolanaRpc;

/** Markers on the real runtime: made once, by nobody else, and not to be prevented. */
class MarkerIT {
  private static final ComputeBudget BUDGET = new ComputeBudget(60_000, 1_000);
  private static SolanaServer server;
  private static SolanaRpc rpc;
  private static int roots;

  private final KeyPair publisher = server.fundedWallet();
  private final Memo memo = new Memo.Batch("%064x".formatted(++roots), 3);
  private final Marker marker = Marker.of(publisher.address(), memo);

  @BeforeAll
  static void start() {
    server = SolanaServer.start();
    rpc = server.rpc();
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.close();
  }

  private AnchorTransaction anchor(OptionalLong rent) {
    return new AnchorTransactionBuilder(publisher)
        .build(memo, rpc.latestBlockhash().blockhash(), BUDGET, rent);
  }

  private OptionalLong rent() {
    return OptionalLong.of(rpc.rentExemption(Marker.SPACE));
  }

  private AnchorTransaction publish() {
    AnchorTransaction anchor = anchor(rent());
    rpc.send(anchor.bytes());
    server.advance(32);
    return anchor;
  }

  private String err(AnchorTransaction anchor) {
    return rpc.transaction(anchor.signature()).orElseThrow().err();
  }

  static Stream<Memo> memos() {
    return Stream.of(
        new Memo.Batch("ba".repeat(32), 1),
        new Memo.Batch("fb".repeat(32), Memo.Batch.MAX_LEAVES),
        new Memo.Dataset("0".repeat(64)));
  }

  /** The address with which the runtime agrees is the one that we compute. */
  @ParameterizedTest
  @MethodSource("memos")
  void theRuntimeMakesTheMarkerAtTheAddressThatWeCompute(Memo kind) {
    AnchorTransaction anchor =
        new AnchorTransactionBuilder(publisher)
            .build(kind, rpc.latestBlockhash().blockhash(), BUDGET, rent());
    rpc.send(anchor.bytes());
    server.advance(32);

    assertThat(err(anchor)).isNull();
    assertThat(MarkerCheck.doubt(rpc, Marker.of(publisher.address(), kind))).isEmpty();
  }

  @Test
  void theTwoCallsTake300Units() {
    long plain = rpc.simulate(anchor(OptionalLong.empty()).bytes()).units();

    assertThat(rpc.simulate(anchor(rent()).bytes()).units() - plain).isEqualTo(300);
  }

  @Test
  void aSecondAnchorOfTheSameRootFailsAsAWholeWhateverItsBlockhash() {
    AnchorTransaction first = publish();
    BigInteger before = rpc.balance(publisher.address(), Commitment.FINALIZED);

    AnchorTransaction second = publish();

    assertThat(second.signature()).isNotEqualTo(first.signature());
    assertThat(Marker.exists(err(second))).as(err(second)).isTrue();
    assertThat(rpc.balance(publisher.address(), Commitment.FINALIZED))
        .as("the fee and no rent")
        .isEqualTo(before.subtract(BigInteger.valueOf(BUDGET.fee())));
    assertThat(Marker.exists(rpc.simulate(anchor(rent()).bytes()).err())).isTrue();
  }

  @Test
  void theFirstAnchorIsFoundByTheMarkersAddressAmongFailedAndForeignTransactions() {
    AnchorTransaction first = publish();
    publish();
    KeyPair stranger = server.fundedWallet();
    rpc.send(Gift.of(stranger, marker.address(), 5, rpc.latestBlockhash().blockhash()));
    rpc.send(Gift.withMemo(stranger, marker, memo.text(), rpc.latestBlockhash().blockhash()));
    server.advance(32);

    assertThat(rpc.signaturesFor(marker.address(), null, 10))
        .hasSize(4)
        .extracting(ListedTransaction::memo)
        .filteredOn(text -> text != null)
        .hasSize(3);
    assertThat(new FirstAnchor(rpc, server.genesisHash()).find(marker, memo))
        .hasValueSatisfying(found -> assertThat(found.transaction()).isEqualTo(first));
    Marker strangers = Marker.of(stranger.address(), memo);
    assertThat(new FirstAnchor(rpc, server.genesisHash()).find(strangers, memo)).isEmpty();
    assertThat(new FirstAnchor(rpc, server.genesisHash()).find(marker, other())).isEmpty();
  }

  private Memo other() {
    return new Memo.Batch(memo.digest(), 4);
  }

  @Test
  void lamportsOfAStrangerDoNotPreventTheAnchor() {
    KeyPair stranger = server.fundedWallet();
    for (long gift : new long[] {890_880, 2_000_000}) {
      rpc.send(Gift.of(stranger, marker.address(), gift, rpc.latestBlockhash().blockhash()));
    }
    server.advance(32);
    assertThat(rpc.accounts(List.of(marker.address())).get(0))
        .hasValueSatisfying(account -> assertThat(account.inUse()).isFalse());
    assertThat(MarkerCheck.doubt(rpc, marker))
        .hasValueSatisfying(why -> assertThat(why).contains("has 0 bytes"));

    AnchorTransaction anchor = publish();

    assertThat(err(anchor)).isNull();
    assertThat(MarkerCheck.doubt(rpc, marker)).isEmpty();
  }

  @Test
  void anAnchorWithoutAMarkerLeavesNone() {
    rpc.send(anchor(OptionalLong.empty()).bytes());
    server.advance(32);

    assertThat(MarkerCheck.doubt(rpc, marker))
        .hasValue(rpc.name() + " has no account " + marker.address());
    assertThat(new FirstAnchor(rpc, server.genesisHash()).find(marker, memo)).isEmpty();
  }

  @Test
  void whatIsNotFinalDoesNotStandYet() {
    rpc.send(anchor(rent()).bytes());
    server.advance(31);
    assertThat(MarkerCheck.doubt(rpc, marker)).isPresent();
    assertThat(new FirstAnchor(rpc, server.genesisHash()).find(marker, memo)).isEmpty();

    server.advance(1);
    assertThat(MarkerCheck.doubt(rpc, marker)).isEmpty();
    assertThat(new FirstAnchor(rpc, server.genesisHash()).find(marker, memo)).isPresent();
  }

  /** The marker is state: it stands where the transaction is forgotten. */
  @Test
  void outlivesTheHistoryOfTransactions() {
    publish();
    server.control("node", Map.of("path", "/pruned", "retain", 5));
    server.advance(10);
    SolanaRpc pruned = server.rpc("/pruned");

    assertThat(new FirstAnchor(pruned, server.genesisHash()).find(marker, memo)).isEmpty();
    assertThat(MarkerCheck.doubt(pruned, marker)).isEmpty();
  }

  @Test
  void anAccountOfAnotherProgramIsNoMarker() {
    for (Map<String, Object> account :
        List.<Map<String, Object>>of(
            Map.of("owner", "11111111111111111111111111111111", "data", "AA=="),
            Map.of("owner", Marker.OWNER.base58(), "data", "AAA="))) {
      Map<String, Object> written = new java.util.TreeMap<>(account);
      written.put("address", marker.address().base58());
      server.control("setAccount", written);
      server.advance(32);

      assertThat(MarkerCheck.doubt(rpc, marker))
          .hasValueSatisfying(why -> assertThat(why).contains("a marker is of Memo"));
    }
  }
}
