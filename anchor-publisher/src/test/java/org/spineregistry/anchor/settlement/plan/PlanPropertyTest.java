package org.spineregistry.anchor.settlement.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.spineregistry.anchor.settlement.plan.Begun.Stage;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RewardGranted;

/** Any history of grants, reversals, batches, failures and retries. */
class PlanPropertyTest {
  private static final Coin COIN = new Coin(null, 9);

  @Property(tries = 300)
  void nobodyGetsTooMuchOrTooLittleAndNoPayoutIsPaidTwice(@ForAll long seed) {
    new History(new Random(seed)).run();
  }

  /** A batch as a payer would keep it. */
  private static final class Batch {
    final List<Payment> payments;
    Stage stage = Stage.OPEN;

    Batch(List<Payment> payments) {
      this.payments = payments;
    }
  }

  private static final class History {
    private final Dues dues = new Dues();
    private final List<Batch> batches = new ArrayList<>();
    private final List<RewardGranted> granted = new ArrayList<>();
    private final Map<String, Long> left = new HashMap<>();
    private final Map<String, BigInteger> entitled = new HashMap<>();
    private final Random random;

    History(Random random) {
      this.random = random;
    }

    void run() {
      for (int step = 0; step < 120; step++) {
        switch (random.nextInt(8)) {
          case 0, 1 -> grant(1 + random.nextInt(100));
          case 2 -> reverse();
          case 3 -> begin();
          case 4, 5 -> end();
          case 6 -> retry();
          default -> repeat();
        }
        noPayoutIsInTwoBatches();
      }
      // whoever owes something earns it back, and all that is open ends well
      for (String beneficiary : List.copyOf(entitled.keySet())) {
        grant(beneficiary, 1_000_000);
      }
      batches.forEach(b -> b.stage = b.stage == Stage.FAILED ? Stage.RELEASED : b.stage);
      for (int round = 0; round < 3; round++) {
        batches.forEach(b -> b.stage = b.stage == Stage.OPEN ? Stage.PAID : b.stage);
        begin();
      }
      batches.forEach(b -> b.stage = b.stage == Stage.OPEN ? Stage.PAID : b.stage);

      assertThat(plan().payments()).isEmpty();
      assertThat(paid()).isEqualTo(entitled);
    }

    private Map<String, List<Begun>> begun() {
      Map<String, List<Begun>> begun = new HashMap<>();
      for (Batch batch : batches) {
        for (Payment payment : batch.payments) {
          for (Share share : payment.shares()) {
            begun
                .computeIfAbsent(share.payoutId(), id -> new ArrayList<>())
                .add(new Begun(share, batch.stage));
          }
        }
      }
      return begun;
    }

    private Plan plan() {
      return Plan.of(dues, begun(), COIN, beneficiary -> true);
    }

    private void grant(long amount) {
      grant("b" + random.nextInt(3), amount);
    }

    private void grant(String beneficiary, long amount) {
      RewardGranted grant = Grants.approved("p" + granted.size(), beneficiary, amount);
      granted.add(grant);
      left.put(grant.getPayoutId(), amount);
      entitled.merge(beneficiary, BigInteger.valueOf(amount), BigInteger::add);
      dues.decided(grant);
    }

    private void reverse() {
      if (granted.isEmpty()) {
        return;
      }
      RewardGranted original = granted.get(random.nextInt(granted.size()));
      long most = left.getOrDefault(original.getPayoutId(), 0L);
      if (original.getReverses() != null || most == 0) {
        return;
      }
      long amount = 1 + random.nextInt((int) most);
      RewardGranted reversal =
          Grants.reversal("r" + granted.size(), original, amount, Recovery.OFFSET_FUTURE);
      granted.add(reversal);
      left.merge(original.getPayoutId(), -amount, Long::sum);
      entitled.merge(
          original.getBeneficiaryId(), BigInteger.valueOf(amount).negate(), BigInteger::add);
      dues.decided(reversal);
    }

    /** Every decision may come again. */
    private void repeat() {
      if (!granted.isEmpty()) {
        dues.decided(granted.get(random.nextInt(granted.size())));
      }
    }

    private void begin() {
      List<Payment> payments = plan().payments();
      payments.forEach(
          payment -> {
            assertThat(payment.amount().signum()).isPositive();
            batches.add(new Batch(List.of(payment)));
          });
    }

    private void end() {
      batches.stream()
          .filter(batch -> batch.stage == Stage.OPEN)
          .findFirst()
          .ifPresent(batch -> batch.stage = random.nextInt(3) == 0 ? Stage.FAILED : Stage.PAID);
    }

    private void retry() {
      batches.stream()
          .filter(batch -> batch.stage == Stage.FAILED)
          .findFirst()
          .ifPresent(batch -> batch.stage = Stage.RELEASED);
    }

    private void noPayoutIsInTwoBatches() {
      Set<String> seen = new HashSet<>();
      for (Batch batch : batches) {
        if (batch.stage != Stage.RELEASED) {
          for (Payment payment : batch.payments) {
            payment.shares().forEach(share -> assertThat(seen.add(share.payoutId())).isTrue());
          }
        }
      }
    }

    private Map<String, BigInteger> paid() {
      Map<String, BigInteger> paid = new HashMap<>();
      for (Batch batch : batches) {
        if (batch.stage == Stage.PAID) {
          for (Payment payment : batch.payments) {
            paid.merge(payment.beneficiaryId(), payment.amount(), BigInteger::add);
          }
        }
      }
      return paid;
    }
  }
}
