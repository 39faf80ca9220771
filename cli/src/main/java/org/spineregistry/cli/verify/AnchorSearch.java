package org.spineregistry.cli.verify;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.RpcFailure;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.verify.OnChainCheck;
import org.spineregistry.solana.verify.OnChainResult;
import org.spineregistry.solana.verify.TrustedPublishers;
import org.spineregistry.synthesis.verify.Check;
import org.spineregistry.synthesis.verify.TrustRoot.Publisher;

/**
 * Looks for a memo on the ledger.
 *
 * @param trusted publishers with their clusters
 * @param signature where the memo should stand, or null to search
 */
record AnchorSearch(List<Publisher> trusted, Memo memo, String signature) {
  private static final String NAME = "anchor";

  static boolean isSignature(String signature) {
    return signature == null || signature.matches("[1-9A-HJ-NP-Za-km-z]{64,88}");
  }

  /** Asks one endpoint. No answer is no proof, so it fails the check. */
  Check check(SolanaRpc rpc) {
    if (trusted.isEmpty()) {
      return Check.failed(NAME, "the trust file names no publisher");
    }
    try {
      OnChainCheck check = new OnChainCheck(rpc, publishersOn(rpc.genesisHash()));
      return told(rpc, signature == null ? check.find(memo) : check.at(signature, memo));
    } catch (RpcFailure e) {
      return unanswered(rpc, e);
    }
  }

  /**
   * The publishers of the endpoint's cluster; of another one when it has none, which then fails
   * with the clusters' names.
   */
  private TrustedPublishers publishersOn(String genesisHash) {
    boolean known = trusted.stream().anyMatch(p -> p.genesisHash().equals(genesisHash));
    String cluster = known ? genesisHash : trusted.get(0).genesisHash();
    Set<Address> publishers =
        trusted.stream()
            .filter(p -> p.genesisHash().equals(cluster))
            .map(p -> new Address(p.publicKey()))
            .collect(Collectors.toSet());
    return new TrustedPublishers(cluster, publishers);
  }

  private Check told(SolanaRpc rpc, OnChainResult result) {
    if (result instanceof OnChainResult.Anchored anchored) {
      String when = anchored.blockTime() == null ? "" : ", about " + anchored.blockTime();
      return Check.passed(
          NAME,
          "%s stands in transaction %s of trusted publisher %s; %s says finalized at slot %d%s"
              .formatted(
                  memo.text(),
                  anchored.transaction().signature(),
                  anchored.transaction().publisher(),
                  rpc.name(),
                  anchored.slot(),
                  when));
    }
    if (result instanceof OnChainResult.NotAnchored not) {
      return Check.failed(NAME, not.detail());
    }
    return unanswered(rpc, ((OnChainResult.Unanswered) result).failure());
  }

  private static Check unanswered(SolanaRpc rpc, RpcFailure failure) {
    return Check.failed(
        NAME,
        rpc.name() + " gave no usable answer (" + failure.getMessage() + "); ask another one");
  }
}
