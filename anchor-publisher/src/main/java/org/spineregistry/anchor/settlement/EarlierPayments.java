package org.spineregistry.anchor.settlement;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.Endpoint;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.key.Base58Text;
import org.spineregistry.solana.key.Ed25519Verifier;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.rpc.ListedTransaction;
import org.spineregistry.solana.token.NotATokenException;
import org.spineregistry.solana.token.PaidTransaction;

/**
 * Looks once, before anything is paid, whether the chain shows batches of ours that this log knows
 * nothing of: then the log was lost, and paying on could pay twice. Nodes prune the list that is
 * looked at; what is on its way is not in it. Anybody can mention the payer and copy the form of
 * its memos, so what is not known is fetched: ours is what our key has signed.
 */
final class EarlierPayments {
  private static final Pattern MEMO = Pattern.compile("spine1:p:([0-9a-f]{64})");

  /** Of a list; a page holds a thousand transactions. */
  private static final int MOST_PAGES = 100;

  /** Transactions that are fetched in one look; the next goes on behind them. */
  private static final int MOST_FETCHES = 500;

  private final Cluster cluster;
  private final Address payer;
  private final long sinceSlot;

  /** Signatures of transactions that only look like ours. */
  private final Set<String> foreign = new HashSet<>();

  private boolean clear;

  /**
   * @param sinceSlot what is older was looked at by an operator
   */
  EarlierPayments(Cluster cluster, Address payer, long sinceSlot) {
    this.cluster = cluster;
    this.payer = payer;
    this.sinceSlot = sinceSlot;
  }

  /**
   * What an endpoint lists.
   *
   * @param unknown batches that the log does not know, by signature
   * @param whole whether the list was read to its end
   */
  private record Listing(Map<String, String> unknown, boolean whole) {}

  /** What keeps anything from being paid; empty when nothing does. */
  Optional<String> obstacle(IntentBook<Batch> book) {
    if (clear) {
      return Optional.empty();
    }
    List<Listing> listings =
        cluster.all(endpoint -> listing(endpoint, book)).stream()
            .flatMap(Optional::stream)
            .toList();
    if (listings.isEmpty()) {
      return Optional.of("no endpoint lists the payer's transactions");
    }
    Map<String, String> claims = new TreeMap<>();
    listings.forEach(listing -> claims.putAll(listing.unknown()));
    claims.keySet().removeAll(foreign);
    Optional<String> obstacle = obstacle(claims);
    if (obstacle.isEmpty() && !listings.stream().allMatch(Listing::whole)) {
      obstacle =
          Optional.of(
              "the payer's transactions fill more than "
                  + MOST_PAGES
                  + " pages; look at them and set spine.settlement.since-slot");
    }
    clear = obstacle.isEmpty();
    return obstacle;
  }

  private Listing listing(Endpoint endpoint, IntentBook<Batch> book) {
    Map<String, String> unknown = new TreeMap<>();
    String last = null;
    for (int page = 0; page < MOST_PAGES; page++) {
      List<ListedTransaction> listed = endpoint.listed(payer, last);
      for (ListedTransaction each : listed) {
        if (each.slot() < sinceSlot) {
          return new Listing(unknown, true);
        }
        Matcher memo = MEMO.matcher(each.failed() || each.memo() == null ? "" : each.memo());
        while (memo.find()) {
          if (!book.knows(memo.group(1))) {
            unknown.put(each.signature(), memo.group(1));
          }
        }
        last = each.signature();
      }
      if (listed.isEmpty()) {
        return new Listing(unknown, true);
      }
    }
    return new Listing(unknown, false);
  }

  private Optional<String> obstacle(Map<String, String> claims) {
    Set<String> ours = new TreeSet<>();
    int fetches = 0;
    for (Map.Entry<String, String> claim : claims.entrySet()) {
      if (fetches++ == MOST_FETCHES) {
        return Optional.of("transactions that look like payments are still being read");
      }
      if (isForeign(claim.getKey())) {
        foreign.add(claim.getKey());
      } else {
        ours.add(claim.getValue());
      }
    }
    return ours.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "the chain shows "
                + ours.size()
                + " batches that the log does not know, the first is "
                + ours.iterator().next());
  }

  /** No while nobody returns the transaction: then somebody has to look. */
  private boolean isForeign(String signature) {
    return cluster
        .search(
            endpoint -> endpoint.transaction(signature),
            found ->
                isOf(found.bytes(), signature)
                    ? Optional.empty()
                    : Optional.of("it returns another transaction than was asked for"))
        .map(found -> !isOurs(found))
        .orElse(false);
  }

  private static boolean isOf(byte[] transaction, String signature) {
    int end = 1 + Ed25519Verifier.SIGNATURE_LENGTH;
    return transaction.length > end
        && Base58Text.encode(Arrays.copyOfRange(transaction, 1, end)).equals(signature);
  }

  private boolean isOurs(FinalizedTransaction found) {
    try {
      return PaidTransaction.read(found.bytes()).payer().equals(payer);
    } catch (NotATokenException e) {
      return false; // whatever it is, this payer makes none like it
    }
  }
}
