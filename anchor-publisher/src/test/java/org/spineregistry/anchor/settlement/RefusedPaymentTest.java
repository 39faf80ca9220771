package org.spineregistry.anchor.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.settlement.plan.Grants;
import org.spineregistry.anchor.settlement.plan.Plan.Waiting;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.KeyPair;

/** One recipient's account must not keep his neighbours in a batch from being paid. */
class RefusedPaymentTest {
  /** Token-2022: transfers in must have a memo before them. */
  private static final int MEMO_REQUIRED = 8;

  @TempDir Path folder;

  private PayerBench bench;

  @BeforeEach
  void start() {
    bench = new PayerBench(folder);
    for (String name : List.of("a", "b", "c", "d")) {
      bench.wallets.put(name, KeyPair.random().address());
    }
    bench.writeWallets();
    bench.start();
    bench.wallets.keySet().forEach(name -> bench.grant(Grants.approved("p" + name, name, 10)));
  }

  private void refuse(String... names) {
    Set<Address> accounts =
        Arrays.stream(names)
            .map(name -> bench.mint.accountOf(bench.wallets.get(name)))
            .collect(Collectors.toSet());
    bench.a.refuses(accounts);
    bench.b.refuses(accounts);
  }

  private void steps(int count) {
    for (int i = 0; i < count; i++) {
      bench.step(5);
    }
  }

  @Test
  void whoseTransferFailsAloneWaitsAndHisNeighboursArePaid() {
    refuse("a", "b");
    steps(20);
    assertThat(bench.paid()).containsOnlyKeys("c", "d");
    assertThat(bench.planner.waiting())
        .containsOnly(
            Map.entry("a", Waiting.ACCOUNT_REFUSES), Map.entry("b", Waiting.ACCOUNT_REFUSES));

    bench.grant(Grants.approved("p2", "c", 5));
    steps(20);
    assertThat(bench.paid()).containsEntry("c", BigInteger.valueOf(15));
  }

  @Test
  void whoseAccountIsMendedIsPaidAfterAWhile() {
    refuse("a");
    steps(20);
    refuse();
    bench.clock.advance(Duration.ofMinutes(10));
    steps(20);
    assertThat(bench.paid()).containsOnlyKeys("a", "b", "c", "d");
    assertThat(bench.planner.waiting()).isEmpty();
  }

  @Test
  void anAccountThatWantsAMemoBeforeEachTransferIsKnownByItsExtension() {
    bench.chain.extend(bench.mint, bench.wallets.get("a"), MEMO_REQUIRED, 1);
    bench.chain.extend(bench.mint, bench.wallets.get("b"), MEMO_REQUIRED, 0);
    steps(20);
    assertThat(bench.paid()).containsOnlyKeys("b", "c", "d");
    assertThat(bench.planner.waiting()).containsExactly(Map.entry("a", Waiting.ACCOUNT_REFUSES));
  }

  @Test
  void whileNobodyCanBePaidThatIsAnObstacle() {
    refuse("a", "b", "c", "d");
    steps(20);
    assertThat(bench.paid()).isEmpty();
    assertThat(bench.planner.obstacle()).contains("simulation");
    assertThat(bench.planner.waiting()).hasSize(4);
  }
}
