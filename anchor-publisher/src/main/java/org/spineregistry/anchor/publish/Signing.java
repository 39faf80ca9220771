package org.spineregistry.anchor.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionBuilder;
import org.spineregistry.solana.anchor.ComputeBudget;
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

  private final Cluster cluster;
  private final FeePayer payer;
  private final Signer publisher;
  private final AnchorTransactionBuilder builder;
  private final ComputeBudget budget;
  private final Clock clock;
  private boolean tried;
  private String obstacle = "";

  Signing(Cluster cluster, FeePayer payer, Signer publisher, ComputeBudget budget, Clock clock) {
    this.cluster = cluster;
    this.payer = payer;
    this.publisher = publisher;
    this.builder = new AnchorTransactionBuilder(publisher);
    this.budget = budget;
    this.clock = clock;
  }

  /** Why the last call signed nothing. */
  String obstacle() {
    return obstacle;
  }

  /**
   * @param intents open ones, none of whose attempts can land any more; not empty
   * @return the first of them with one attempt more; empty when nothing can be signed now
   */
  List<Tracked> sign(List<Tracked> intents) {
    if (!payer.canPay(budget.fee() * intents.size())) {
      obstacle = payer.poor() ? "the fee payer has too few lamports" : "no endpoint answers";
      return List.of();
    }
    Optional<LatestBlockhash> blockhash = cluster.first(Endpoint::latestBlockhash);
    if (blockhash.isEmpty()) {
      obstacle = "no endpoint answers";
      return List.of();
    }
    if (!tried && !simulates(intents.get(0).intent(), blockhash.get())) {
      return List.of();
    }
    return sign(intents, blockhash.get());
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
      }
    } catch (SignerException e) {
      obstacle = e.getMessage();
    }
    return signed;
  }

  private AnchorIntent sign(AnchorIntent intent, LatestBlockhash blockhash, Instant now) {
    AnchorTransaction transaction =
        builder.build(Memo.parse(intent.getMemo()), blockhash.blockhash(), budget);
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

  /**
   * Once in a process: all anchors have the same shape, so one shows whether account, program and
   * budget are right.
   */
  private boolean simulates(AnchorIntent intent, LatestBlockhash blockhash) {
    byte[] draft = builder.draft(Memo.parse(intent.getMemo()), blockhash.blockhash(), budget);
    Optional<Simulation> simulation = cluster.first(endpoint -> endpoint.simulate(draft));
    tried = simulation.isPresent() && !simulation.get().failed();
    obstacle =
        simulation
            .map(result -> "a simulation fails: " + result.err())
            .orElse("no endpoint simulates");
    return tried;
  }
}
