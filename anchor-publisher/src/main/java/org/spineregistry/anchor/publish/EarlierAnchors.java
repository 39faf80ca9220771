package org.spineregistry.anchor.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.AccountState;
import org.spineregistry.solana.verify.OnChainResult.Anchored;

/**
 * Looks on the chain for anchors that this log knows nothing of, because the log of an earlier
 * publisher was lost. A marker that stands was made by this publisher's key, and by one transaction
 * alone.
 */
final class EarlierAnchors {
  /** A transaction lands at most so many blocks after the one whose hash it carries. */
  private static final long LIFE = 150;

  private final Cluster cluster;
  private final Address publisher;

  EarlierAnchors(Cluster cluster, Address publisher) {
    this.cluster = cluster;
    this.publisher = publisher;
  }

  /** What the endpoints say of one intent's marker. */
  sealed interface Finding {
    /** It does not stand: the digest may be anchored. */
    record Free() implements Finding {}

    /** It stands, and this is the transaction that made it. */
    record Found(AnchorAttempt first) implements Finding {}

    /** Every endpoint says that it stands, and none has the transaction that made it. */
    record Lost() implements Finding {}

    /**
     * Nothing to act on.
     *
     * @param why for people
     */
    record Unclear(String why) implements Finding {}
  }

  /**
   * @param intents at most as many as accounts can be asked for at once; not empty
   * @return one finding for each
   */
  List<Finding> look(List<AnchorIntent> intents) {
    List<Address> addresses = intents.stream().map(i -> marker(i).address()).toList();
    List<Optional<List<Optional<AccountState>>>> answers =
        cluster.all(endpoint -> endpoint.accounts(addresses));
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < intents.size(); i++) {
      int at = i;
      findings.add(
          finding(
              intents.get(i), answers.stream().map(answer -> answer.map(a -> a.get(at))).toList()));
    }
    return findings;
  }

  /**
   * @param answers of each endpoint, empty where it is silent; then the account, empty where there
   *     is none
   */
  private Finding finding(AnchorIntent intent, List<Optional<Optional<AccountState>>> answers) {
    long stands =
        answers.stream()
            .flatMap(Optional::stream)
            .flatMap(Optional::stream)
            .filter(AccountState::inUse)
            .count();
    if (stands == 0) {
      return answers.stream().anyMatch(Optional::isPresent)
          ? new Finding.Free()
          : new Finding.Unclear("no endpoint answers");
    }
    Finding first = search(intent, marker(intent));
    return first instanceof Finding.Lost && stands < answers.size()
        ? unclear(marker(intent))
        : first;
  }

  /** Looks for the transaction that made a marker of which is known that it stands. */
  Finding search(AnchorIntent intent, Marker marker) {
    Memo memo = Memo.parse(intent.getMemo());
    List<Optional<Optional<Anchored>>> answers =
        cluster.all(endpoint -> endpoint.firstAnchor(marker, memo, intent.getGenesisHash()));
    Optional<Anchored> first =
        answers.stream().flatMap(Optional::stream).flatMap(Optional::stream).findFirst();
    if (first.isPresent()) {
      return new Finding.Found(attempt(first.get()));
    }
    return answers.stream().allMatch(Optional::isPresent) ? new Finding.Lost() : unclear(marker);
  }

  private static Finding unclear(Marker marker) {
    return new Finding.Unclear(
        "marker "
            + marker.address()
            + " stands by some endpoint's word, and the transaction that made it is not found");
  }

  /** The marker that this publisher would make. */
  Marker marker(AnchorIntent intent) {
    return Marker.of(publisher, Memo.parse(intent.getMemo()));
  }

  /** When its blockhash was taken is unknown; both numbers are bounds on the careful side. */
  private static AnchorAttempt attempt(Anchored first) {
    return AnchorAttempt.newBuilder()
        .setSignature(first.transaction().signature())
        .setTransaction(first.transaction().base64())
        .setPublisher(first.transaction().publisher().base58())
        .setSignedAtSlot(first.slot())
        .setLastValidBlockHeight(first.slot() + LIFE)
        .build();
  }
}
