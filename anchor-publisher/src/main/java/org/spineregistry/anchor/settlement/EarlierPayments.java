package org.spineregistry.anchor.settlement;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.ListedTransaction;

/**
 * Looks once, before anything is paid, whether the chain shows batches that this log knows nothing
 * of: then the log was lost, and paying on could pay twice. The list that is looked at holds the
 * payer's last thousand transactions, and nodes prune it; what is on its way is not in it.
 */
final class EarlierPayments {
  private static final Pattern MEMO = Pattern.compile("spine1:p:([0-9a-f]{64})");

  private final Cluster cluster;
  private final Address payer;
  private final long sinceSlot;
  private boolean clear;

  /**
   * @param sinceSlot what is older was looked at by an operator
   */
  EarlierPayments(Cluster cluster, Address payer, long sinceSlot) {
    this.cluster = cluster;
    this.payer = payer;
    this.sinceSlot = sinceSlot;
  }

  /** What keeps anything from being paid; empty when nothing does. */
  Optional<String> obstacle(IntentBook<Batch> book) {
    if (clear) {
      return Optional.empty();
    }
    List<Optional<List<ListedTransaction>>> answers =
        cluster.all(endpoint -> endpoint.listed(payer));
    if (answers.stream().noneMatch(Optional::isPresent)) {
      return Optional.of("no endpoint lists the payer's transactions");
    }
    TreeSet<String> unknown =
        answers.stream()
            .flatMap(Optional::stream)
            .flatMap(List::stream)
            .filter(listed -> !listed.failed() && listed.slot() >= sinceSlot)
            .filter(listed -> listed.memo() != null)
            .flatMap(listed -> MEMO.matcher(listed.memo()).results())
            .map(found -> found.group(1))
            .filter(batchId -> !book.knows(batchId))
            .collect(Collectors.toCollection(TreeSet::new));
    clear = unknown.isEmpty();
    return clear
        ? Optional.empty()
        : Optional.of(
            "the chain shows "
                + unknown.size()
                + " batches that the log does not know, the first is "
                + unknown.first());
  }
}
