package org.spineregistry.solana.proof;

import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.key.Address;

/**
 * Whose anchors count: keys that overlap while one follows another. It comes from whoever checks,
 * never from what is checked.
 */
public record PublisherKeys(List<Term> terms) {
  /**
   * A key on a cluster for a time.
   *
   * @param genesisHash of the cluster, base58
   * @param fromSlot first slot in which it counts
   * @param toSlot last slot in which it counts, null while it is in use
   */
  public record Term(Address key, String genesisHash, long fromSlot, Long toSlot) {
    private boolean covers(long slot) {
      return slot >= fromSlot && (toSlot == null || slot <= toSlot);
    }
  }

  public PublisherKeys {
    terms = List.copyOf(terms);
  }

  /**
   * Why an anchor by this key does not count; empty when it does.
   *
   * @param slot in which it stands, as somebody says; null when nobody says so, which is enough
   *     only for a key whose term has no end
   */
  public Optional<String> refusal(Address key, String genesisHash, Long slot) {
    List<Term> ofKey = terms.stream().filter(term -> term.key().equals(key)).toList();
    if (ofKey.isEmpty()) {
      return Optional.of("signed by " + key + ", who is not trusted");
    }
    List<Term> here =
        ofKey.stream().filter(term -> term.genesisHash().equals(genesisHash)).toList();
    if (here.isEmpty()) {
      return Optional.of(key + " is trusted on another cluster than " + genesisHash);
    }
    boolean counts =
        here.stream().anyMatch(term -> slot == null ? term.toSlot() == null : term.covers(slot));
    return counts
        ? Optional.empty()
        : Optional.of(key + " is not trusted in slot " + (slot == null ? "(unknown)" : slot));
  }
}
