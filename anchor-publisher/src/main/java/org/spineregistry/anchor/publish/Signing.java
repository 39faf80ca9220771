package org.spineregistry.anchor.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Signer;
import org.spineregistry.solana.key.SignerException;
import org.spineregistry.solana.rpc.LatestBlockhash;
import org.spineregistry.solana.rpc.Simulation;

/**
 * Makes attempts. Nothing is signed that cannot pay or that a simulation says will fail: what is
 * signed may land.
 */
final class Signing {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String NO_ANSWER = "no endpoint answers";

  private final Cluster cluster;
  private final FeePayer payer;
  private final Signer publisher;
  private final AnchorTransactionBuilder builder;
  private final ComputeBudget budget;
  private final Marking marking;
  private final Clock clock;

  /** Shapes that a simulation has shown to work: with a marker, and without one. */
  private final Set<Boolean> tried = new HashSet<>();

  /** Lamports of a marker, asked each time because the cluster may change it. */
  private long rent;

  private String obstacle = "";

  Signing(
      Cluster cluster,
      FeePayer payer,
      Signer publisher,
      ComputeBudget budget,
      Marking marking,
      Clock clock) {
    this.cluster = cluster;
    this.payer = payer;
    this.publisher = publisher;
    this.builder = new AnchorTransactionBuilder(publisher);
    this.budget = budget;
    this.marking = marking;
    this.clock = clock;
  }

  /** Why the last call left intents unsigned; empty when nothing stood in the way. */
  String obstacle() {
    return obstacle;
  }

  /** Lamports that a transaction for the intent costs. */
  long cost(AnchorIntent intent) {
    return budget.fee() + (marking.covers(intent) ? rent : 0);
  }

  /**
   * @param intents open ones, none of whose attempts can land any more; not empty
   * @return the first of them with one attempt more; empty when nothing can be signed now
   */
  List<Tracked> sign(List<Tracked> intents) {
    obstacle = "";
    if (!knowsRent(intents)) {
      obstacle = NO_ANSWER;
      return List.of();
    }
    if (!payer.canPay(intents.stream().mapToLong(tracked -> cost(tracked.intent())).sum())) {
      obstacle = payer.poor() ? "the fee payer has too few lamports" : NO_ANSWER;
      return List.of();
    }
    Optional<LatestBlockhash> blockhash = cluster.first(Endpoint::latestBlockhash);
    if (blockhash.isEmpty()) {
      obstacle = NO_ANSWER;
      return List.of();
    }
    return sign(working(intents, blockhash.get()), blockhash.get());
  }

  private boolean knowsRent(List<Tracked> intents) {
    if (intents.stream().noneMatch(tracked -> marking.covers(tracked.intent()))) {
      return true;
    }
    Optional<Long> lamports = cluster.first(endpoint -> endpoint.rentExemption(Marker.SPACE));
    lamports.ifPresent(answer -> rent = answer);
    return lamports.isPresent();
  }

  /** The intents whose shape works; the obstacle tells of the others. */
  private List<Tracked> working(List<Tracked> intents, LatestBlockhash blockhash) {
    List<Tracked> working = new ArrayList<>();
    for (boolean marked : new boolean[] {false, true}) {
      List<Tracked> alike =
          intents.stream().filter(t -> marking.covers(t.intent()) == marked).toList();
      if (!alike.isEmpty()
          && (tried.contains(marked) || simulates(alike.get(0).intent(), blockhash))) {
        tried.add(marked);
        working.addAll(alike);
      }
    }
    return working;
  }

  /** As many as a key service signs in a time that leaves the blockhash young. */
  private List<Tracked> sign(List<Tracked> intents, LatestBlockhash blockhash) {
    List<Tracked> signed = new ArrayList<>();
    Instant end = clock.instant().plus(PATIENCE);
    try {
      for (Tracked tracked : intents) {
        if (!signed.isEmpty() && !clock.instant().isBefore(end)) {
          break;
        }
        signed.add(tracked.with(sign(tracked.intent(), blockhash, clock.instant())));
        payer.promise(cost(tracked.intent()));
      }
    } catch (SignerException e) {
      obstacle = e.getMessage();
    }
    return signed;
  }

  private AnchorIntent sign(AnchorIntent intent, LatestBlockhash blockhash, Instant now) {
    AnchorTransaction transaction =
        builder.build(
            Memo.parse(intent.getMemo()), blockhash.blockhash(), budget, markerRent(intent));
    AnchorAttempt attempt =
        AnchorAttempt.newBuilder()
            .setSignature(transaction.signature())
            .setTransaction(transaction.base64())
            .setPublisher(publisher.address().base58())
            .setSignedAtSlot(blockhash.slot())
            .setLastValidBlockHeight(blockhash.lastValidBlockHeight())
            .build();
    return Intents.signed(intent, attempt, now);
  }

  private OptionalLong markerRent(AnchorIntent intent) {
    return marking.covers(intent) ? OptionalLong.of(rent) : OptionalLong.empty();
  }

  /**
   * Once in a process for each shape: one anchor shows whether account, programs and budget are
   * right.
   */
  private boolean simulates(AnchorIntent intent, LatestBlockhash blockhash) {
    byte[] draft =
        builder.draft(
            Memo.parse(intent.getMemo()), blockhash.blockhash(), budget, markerRent(intent));
    Optional<Simulation> simulation = cluster.first(endpoint -> endpoint.simulate(draft));
    boolean works = simulation.isPresent() && !simulation.get().failed();
    if (!works) {
      obstacle =
          simulation
              .map(result -> "a simulation fails: " + result.err())
              .orElse("no endpoint simulates");
    }
    return works;
  }
}
