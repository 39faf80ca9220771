package org.spineregistry.anchor.settlement;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.settlement.plan.Payment;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.rpc.Simulation;
import org.spineregistry.solana.token.PayoutTransactionBuilder;
import org.spineregistry.solana.token.Transfer;

/** Simulates batches, and of one that fails each payment alone, to find those that are at fault. */
final class Trials {
  /** Single payments that are simulated in one go: the rest of the work must not wait for long. */
  private static final int MOST = 200;

  private final Cluster cluster;
  private final Set<String> refused = new LinkedHashSet<>();
  private int alone;

  Trials(Cluster cluster) {
    this.cluster = cluster;
  }

  void begin() {
    refused.clear();
    alone = 0;
  }

  /** Beneficiaries whose payments fail alone, of all batches since the beginning. */
  Set<String> refused() {
    return Set.copyOf(refused);
  }

  /** Empty when no endpoint simulates. */
  Optional<Simulation> simulate(
      Batch batch,
      List<Transfer> transfers,
      PayoutTransactionBuilder builder,
      ComputeBudget budget) {
    byte[] draft = builder.draft(PayoutSigning.memo(batch), transfers, budget);
    return cluster.first(endpoint -> endpoint.simulate(draft));
  }

  /** Those who are at fault for a failure; all when none fails alone, so that others go on. */
  void blame(
      Batch batch,
      List<Transfer> transfers,
      PayoutTransactionBuilder builder,
      ComputeBudget budget) {
    List<String> members = batch.payments().stream().map(Payment::beneficiaryId).toList();
    if (members.size() == 1) {
      refused.addAll(members);
      return;
    }
    if (alone + members.size() > MOST) {
      return; // at the next look, when the first are out of the way
    }
    alone += members.size();
    List<String> faulty = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      Optional<Simulation> simulation = simulate(batch, List.of(transfers.get(i)), builder, budget);
      if (simulation.isEmpty()) {
        return; // nothing was learnt
      }
      if (simulation.get().failed()) {
        faulty.add(members.get(i));
      }
    }
    refused.addAll(faulty.isEmpty() ? members : faulty);
  }
}
