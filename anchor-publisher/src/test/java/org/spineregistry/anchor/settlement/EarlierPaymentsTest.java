package org.spineregistry.anchor.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.fake.FakeChain;
import org.spineregistry.anchor.settlement.plan.Grants;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.key.KeyPair;
import org.spineregistry.solana.key.Signer;
import org.spineregistry.solana.token.PayoutMemo;
import org.spineregistry.solana.token.PayoutTransactionBuilder;
import org.spineregistry.solana.token.Transfer;

class EarlierPaymentsTest {
  @TempDir Path folder;

  private PayerBench bench;

  @BeforeEach
  void start() {
    bench = new PayerBench(folder);
    bench.wallets.put("a", KeyPair.random().address());
    bench.writeWallets();
  }

  /** Somebody's transaction with the memo of a batch. */
  private void send(Signer signer, int number) {
    byte[] transaction =
        Base64.getDecoder()
            .decode(
                new PayoutTransactionBuilder(bench.mint, signer)
                    .build(
                        new PayoutMemo(String.format("%064x", number)),
                        List.of(new Transfer(KeyPair.random().address(), BigInteger.ONE, false)),
                        bench.a.latestBlockhash().blockhash(),
                        new ComputeBudget(1_000, 0))
                    .base64());
    bench.a.send(transaction);
    bench.chain.advance(1);
  }

  private void pay() {
    bench.chain.advance(FakeChain.FINAL);
    bench.start();
    bench.grant(Grants.approved("p", "a", 10));
    for (int i = 0; i < 20; i++) {
      bench.step(5);
    }
  }

  @Test
  void aStrangersTransactionThatMentionsThePayerStopsNobody() {
    send(KeyPair.random(), 1);
    pay();
    assertThat(bench.planner.obstacle()).isEmpty();
    assertThat(bench.paid()).containsExactly(Map.entry("a", BigInteger.TEN));
  }

  @Test
  void aPaymentOfOursIsFoundBehindPagesOfStrangers() {
    bench.a.pageSize(2);
    bench.b.pageSize(2);
    send(bench.payer, 1);
    KeyPair stranger = KeyPair.random();
    for (int n = 2; n < 9; n++) {
      send(stranger, n);
    }
    pay();
    assertThat(bench.planner.obstacle())
        .contains("1 batches that the log does not know")
        .endsWith(String.format("%064x", 1));
    assertThat(bench.paid()).isEmpty();
  }

  @Test
  void whatIsOlderThanTheSlotOfTheOperatorIsNotLookedAt() {
    send(bench.payer, 1);
    bench.sinceSlot = bench.a.latestBlockhash().slot() + 1;
    pay();
    assertThat(bench.paid()).containsOnlyKeys("a");
  }

  @Test
  void aListThatIsTooLongToBeReadIsAnObstacleThatNamesTheSetting() {
    bench.a.pageSize(1);
    bench.b.pageSize(1);
    KeyPair stranger = KeyPair.random();
    for (int n = 0; n < 101; n++) {
      send(stranger, n);
    }
    pay();
    assertThat(bench.planner.obstacle()).contains("spine.settlement.since-slot");
    assertThat(bench.paid()).isEmpty();
  }
}
