package org.spineregistry.anchor.settlement;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.settlement.plan.Begun;
import org.spineregistry.anchor.settlement.plan.Coin;
import org.spineregistry.anchor.settlement.plan.Dues;
import org.spineregistry.anchor.settlement.plan.Payment;
import org.spineregistry.anchor.settlement.plan.Plan;
import org.spineregistry.anchor.settlement.plan.Plan.Waiting;
import org.spineregistry.anchor.settlement.plan.Share;
import org.spineregistry.event.IntentState;
import org.spineregistry.solana.token.Mint;

/**
 * Puts together what is to be paid, from time to time. What it plans is stored nowhere before it is
 * signed: until then it is planned anew, so that a reversal counts up to the last moment.
 */
final class Planner {
  /** Most batches that are signed in one go. */
  private static final int MOST = 100;

  private final Dues dues;
  private final BooleanSupplier current;
  private final IntentBook<Batch> book;
  private final Treasury treasury;
  private final EarlierPayments earlier;
  private final Packing packing;
  private final Path walletsFile;
  private final Duration wait;
  private final Clock clock;
  private final Refusals refusals;
  private Instant next = Instant.EPOCH;
  private volatile String obstacle = "";
  private volatile Map<String, Waiting> waiting = Map.of();

  /**
   * @param current whether the dues hold everything that was decided up to now
   */
  Planner(
      Dues dues,
      BooleanSupplier current,
      IntentBook<Batch> book,
      Treasury treasury,
      EarlierPayments earlier,
      Packing packing,
      Path walletsFile,
      Duration wait,
      Clock clock) {
    this.dues = dues;
    this.current = current;
    this.book = book;
    this.treasury = treasury;
    this.earlier = earlier;
    this.packing = packing;
    this.walletsFile = walletsFile;
    this.wait = wait;
    this.clock = clock;
    this.refusals = new Refusals(clock);
  }

  /** What keeps anything from being paid; empty when nothing does. */
  String obstacle() {
    return obstacle;
  }

  /** Who waits, and why. */
  Map<String, Waiting> waiting() {
    return waiting;
  }

  /**
   * How the last plan went. Who was refused is left out of the next, which does not wait, so that
   * those who were in a batch with him are paid.
   */
  void tried(List<Batch> signed, Set<String> refused) {
    signed.forEach(refusals::works);
    refusals.refused(refused);
    if (!refused.isEmpty()) {
      next = Instant.EPOCH;
    }
  }

  /** As the file has them now; empty when it cannot be used, and the obstacle says why. */
  Optional<Wallets> wallets() {
    try {
      return Optional.of(Wallets.read(walletsFile));
    } catch (Wallets.WalletsProblem e) {
      obstacle = "spine.settlement.wallets: " + e.getMessage();
      return Optional.empty();
    }
  }

  /**
   * @param genesisHash of the cluster
   * @return batches that can be signed; absent when it is not time to look yet
   */
  Optional<List<Batch>> plan(String genesisHash) {
    Instant now = clock.instant();
    if (now.isBefore(next) || !current.getAsBoolean()) {
      return Optional.empty();
    }
    return Optional.of(look(genesisHash, now));
  }

  private List<Batch> look(String genesisHash, Instant now) {
    next = now.plus(wait);
    obstacle = "";
    Optional<Mint> mint = treasury.mint();
    Optional<Wallets> wallets = wallets();
    if (wallets.isEmpty()) {
      return List.of();
    }
    if (mint.isEmpty()) {
      return hindered("no endpoint answers");
    }
    Optional<String> lost = earlier.obstacle(book);
    return lost.isPresent()
        ? hindered(lost.get())
        : plan(genesisHash, mint.get(), wallets.get(), now);
  }

  private List<Batch> plan(String genesisHash, Mint mint, Wallets wallets, Instant now) {
    Coin coin = new Coin(mint.address().base58(), mint.decimals());
    Plan plan = Plan.of(dues, begun(), coin, beneficiary -> wallets.of(beneficiary).isPresent());
    Map<String, Waiting> all = new TreeMap<>(plan.waiting());
    List<Batch> batches = List.of();
    if (!plan.payments().isEmpty()) {
      Optional<Treasury.Recipients> recipients = treasury.recipients(plan.payments(), wallets);
      if (recipients.isEmpty()) {
        return hindered("no endpoint answers");
      }
      all.putAll(recipients.get().waiting());
      List<ReadyPayment> ready = recipients.get().ready();
      List<Batch> packed =
          apart(ready).stream()
              .flatMap(payments -> packing.pack(payments, mint, wallets).stream())
              .map(batch -> Batches.planned(batch, genesisHash, mint.address().base58(), now))
              .toList();
      ready.stream()
          .filter(refusals::suspects)
          .forEach(each -> all.put(each.payment().beneficiaryId(), Waiting.ACCOUNT_REFUSES));
      if (!ready.isEmpty() && ready.stream().allMatch(refusals::suspects)) {
        obstacle = "a simulation fails for everybody who is owed something";
      }
      if (packed.size() > MOST) {
        next = now;
      }
      batches = funded(packed.subList(0, Math.min(MOST, packed.size())));
    }
    waiting = Map.copyOf(all);
    return batches;
  }

  /** Those who never were in the way first, then those who were and are tried again. */
  private List<List<ReadyPayment>> apart(List<ReadyPayment> ready) {
    return List.of(
        ready.stream().filter(each -> !refusals.suspects(each)).toList(),
        ready.stream().filter(refusals::isDue).toList());
  }

  /** The first of the batches, as far as the account that pays can. */
  private List<Batch> funded(List<Batch> packed) {
    Optional<BigInteger> funds = packed.isEmpty() ? Optional.of(BigInteger.ZERO) : treasury.funds();
    if (funds.isEmpty()) {
      return hindered("no endpoint answers");
    }
    BigInteger left = funds.get();
    for (Batch open : book.open(IntentState.SIGNED)) {
      left = left.subtract(open.amount());
    }
    List<Batch> funded = new ArrayList<>();
    for (Batch batch : packed) {
      left = left.subtract(batch.amount());
      if (left.signum() < 0) {
        obstacle = "the account that pays holds too little";
        break;
      }
      funded.add(batch);
    }
    return funded;
  }

  private List<Batch> hindered(String why) {
    obstacle = why;
    return List.of();
  }

  private Map<String, List<Begun>> begun() {
    Map<String, List<Begun>> begun = new HashMap<>();
    book.forEach(
        batch -> {
          for (Payment payment : batch.payments()) {
            for (Share share : payment.shares()) {
              begun
                  .computeIfAbsent(share.payoutId(), id -> new ArrayList<>(1))
                  .add(new Begun(share, batch.stage()));
            }
          }
        });
    return begun;
  }
}
