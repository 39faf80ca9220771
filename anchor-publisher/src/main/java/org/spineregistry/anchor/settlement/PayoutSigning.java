package org.spineregistry.anchor.settlement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.IntentState;
import org.spineregistry.event.SettlementPayment;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Signer;
import org.spineregistry.solana.key.SignerException;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.Simulation;
import org.spineregistry.solana.token.Mint;
import org.spineregistry.solana.token.PayoutMemo;
import org.spineregistry.solana.token.PayoutTransaction;
import org.spineregistry.solana.token.PayoutTransactionBuilder;
import org.spineregistry.solana.token.Transfer;

/**
 * Makes attempts. Nothing is signed that cannot pay its fee or that a simulation says will fail:
 * what is signed may land.
 */
final class PayoutSigning {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Bytes of a new token account are fewer, whatever its mint has. */
  private static final int ACCOUNT_BYTES = 200;

  /** A transaction may use what its simulation did, a fifth more, and a little. */
  private static final int FIFTHS = 5;

  private static final int MORE_UNITS = 1_000;

  private static final String NO_ANSWER = "no endpoint answers";

  private final Cluster cluster;
  private final FeePayer fees;
  private final Signer payer;
  private final int unitPrice;
  private final IntentBook<Batch> book;
  private final Clock clock;
  private final Trials trials;
  private final Map<Batch, String> hopeless = new LinkedHashMap<>();
  private volatile String obstacle = "";

  PayoutSigning(
      Cluster cluster,
      FeePayer fees,
      Signer payer,
      int unitPrice,
      IntentBook<Batch> book,
      Clock clock) {
    this.cluster = cluster;
    this.fees = fees;
    this.payer = payer;
    this.unitPrice = unitPrice;
    this.book = book;
    this.clock = clock;
    this.trials = new Trials(cluster);
  }

  /** A batch that works, and what it may use. */
  private record Tried(Batch batch, List<Transfer> transfers, ComputeBudget budget) {
    long cost(long rent) {
      return budget.fee() + rent * transfers.stream().filter(Transfer::createsAccount).count();
    }
  }

  /** Why the last call left batches unsigned; empty when nothing stood in the way. */
  String obstacle() {
    return obstacle;
  }

  /** The last call is of no interest any more. */
  void forget() {
    obstacle = "";
  }

  /** What the last call could not sign, and will not be able to as it is, with the reason. */
  Map<Batch, String> hopeless() {
    return Map.copyOf(hopeless);
  }

  /** Beneficiaries whom the last call found nothing can be transferred to. */
  Set<String> refused() {
    return trials.refused();
  }

  /**
   * @param batches none of whose attempts can land any more
   * @return those that could be signed, with one attempt more each
   */
  List<Batch> sign(List<Batch> batches, Mint mint, Wallets wallets) {
    obstacle = "";
    hopeless.clear();
    trials.begin();
    Optional<Long> rent = cluster.first(endpoint -> endpoint.rentExemption(ACCOUNT_BYTES));
    if (batches.isEmpty() || rent.isEmpty()) {
      obstacle = batches.isEmpty() ? "" : NO_ANSWER;
      return List.of();
    }
    List<Batch> affordable = affordable(batches, rent.get());
    if (affordable.isEmpty()) {
      return List.of();
    }
    PayoutTransactionBuilder builder = new PayoutTransactionBuilder(mint, payer);
    List<Tried> working = new ArrayList<>();
    for (Batch batch : affordable) {
      attempt(batch, builder, wallets).ifPresent(working::add);
    }
    Optional<LatestBlockhash> blockhash = cluster.first(Endpoint::latestBlockhash);
    if (blockhash.isEmpty()) {
      obstacle = NO_ANSWER;
      return List.of();
    }
    return sign(working, builder, blockhash.get(), rent.get());
  }

  /** The first of the batches, as far as the payer's lamports can. */
  private List<Batch> affordable(List<Batch> batches, long rent) {
    long all = batches.stream().mapToLong(batch -> most(batch, rent)).sum();
    // a poor payer's balance is read anew, and may not show yet what is on its way
    boolean wasPoor = fees.poor();
    long open = onItsWay(batches, rent);
    if (fees.canPay(wasPoor ? all + open : all)) {
      fees.promise(wasPoor ? open : 0);
      return batches;
    }
    obstacle = fees.poor() ? "the payer has too few lamports" : NO_ANSWER;
    long left = fees.poor() ? fees.spare() - open : 0;
    List<Batch> affordable = new ArrayList<>();
    for (Batch batch : batches) {
      left -= most(batch, rent);
      if (left < 0) {
        break;
      }
      affordable.add(batch);
    }
    return affordable;
  }

  private long onItsWay(List<Batch> batches, long rent) {
    Set<String> anew = batches.stream().map(Batch::subject).collect(Collectors.toSet());
    return book.open(IntentState.SIGNED).stream()
        .filter(open -> !anew.contains(open.subject()))
        .mapToLong(open -> most(open, rent))
        .sum();
  }

  /** Most lamports that it can cost. */
  private long most(Batch batch, long rent) {
    return most().fee()
        + rent
            * batch.intent().getPayments().stream()
                .filter(SettlementPayment::getCreatesAccount)
                .count();
  }

  private ComputeBudget most() {
    return new ComputeBudget(ComputeBudget.MAX_UNITS, unitPrice);
  }

  private Optional<Tried> attempt(Batch batch, PayoutTransactionBuilder builder, Wallets wallets) {
    List<Transfer> transfers = new ArrayList<>();
    for (int i = 0; i < batch.payments().size(); i++) {
      SettlementPayment payment = batch.intent().getPayments().get(i);
      Optional<Address> wallet = wallets.of(payment.getBeneficiaryId());
      if (wallet.isEmpty()) {
        return hopeless(batch, "a beneficiary has no wallet any more");
      }
      transfers.add(
          new Transfer(
              wallet.get(), batch.payments().get(i).amount(), payment.getCreatesAccount()));
    }
    Optional<Simulation> simulation = trials.simulate(batch, transfers, builder, most());
    if (simulation.isEmpty()) {
      return hindered(batch, "no endpoint simulates");
    }
    if (simulation.get().failed()) {
      if (batch.attempts().isEmpty()) {
        trials.blame(batch, transfers, builder, most());
      }
      return hopeless(batch, "a simulation fails: " + simulation.get().err());
    }
    long units = simulation.get().units() * (FIFTHS + 1) / FIFTHS + MORE_UNITS;
    int limit = (int) Math.min(ComputeBudget.MAX_UNITS, units);
    return Optional.of(new Tried(batch, transfers, new ComputeBudget(limit, unitPrice)));
  }

  private Optional<Tried> hopeless(Batch batch, String why) {
    hopeless.put(batch, why);
    return hindered(batch, why);
  }

  private Optional<Tried> hindered(Batch batch, String why) {
    obstacle = why;
    book.doubt(batch, List.of(why));
    return Optional.empty();
  }

  /** As many as a key service signs in a time that leaves the blockhash young. */
  private List<Batch> sign(
      List<Tried> working, PayoutTransactionBuilder builder, LatestBlockhash blockhash, long rent) {
    List<Batch> signed = new ArrayList<>();
    Instant end = clock.instant().plus(PATIENCE);
    try {
      for (Tried tried : working) {
        if (!signed.isEmpty() && !clock.instant().isBefore(end)) {
          break;
        }
        PayoutTransaction transaction =
            builder.build(
                memo(tried.batch()), tried.transfers(), blockhash.blockhash(), tried.budget());
        signed.add(Batches.signed(tried.batch(), attempt(transaction, blockhash), clock.instant()));
        fees.promise(tried.cost(rent));
      }
    } catch (SignerException e) {
      obstacle = e.getMessage();
    }
    return signed;
  }

  private AnchorAttempt attempt(PayoutTransaction transaction, LatestBlockhash blockhash) {
    return AnchorAttempt.newBuilder()
        .setSignature(transaction.signature())
        .setTransaction(transaction.base64())
        .setPublisher(payer.address().base58())
        .setSignedAtSlot(blockhash.slot())
        .setLastValidBlockHeight(blockhash.lastValidBlockHeight())
        .build();
  }

  static PayoutMemo memo(Batch batch) {
    return new PayoutMemo(batch.subject());
  }
}
