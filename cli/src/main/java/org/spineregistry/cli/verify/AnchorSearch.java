package org.spineregistry.cli.verify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.Marker;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.proof.ProofBundle.Chain;
import org.spineregistry.solana.proof.PublisherKeys;
import org.spineregistry.solana.rpc.RpcFailure;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.verify.OnChainCheck;
import org.spineregistry.solana.verify.OnChainResult;
import org.spineregistry.solana.verify.TrustedPublishers;
import org.spineregistry.synthesis.verify.Check;

/**
 * Looks for a memo on the ledger.
 *
 * @param signature where the memo should stand, or null to search
 * @param claimed what a proof says of the transaction, or null without one
 */
record AnchorSearch(PublisherKeys trusted, Memo memo, String signature, Chain claimed) {
  private static final String NAME = "anchor";

  static boolean isSignature(String signature) {
    return signature == null || signature.matches("[1-9A-HJ-NP-Za-km-z]{64,88}");
  }

  /**
   * Asks one endpoint for the transaction, and for the marker where there is one. No answer is no
   * proof, so it fails the check.
   */
  List<Check> checks(SolanaRpc rpc) {
    if (trusted.terms().isEmpty()) {
      return List.of(Check.failed(NAME, "the trust file names no publisher"));
    }
    try {
      TrustedPublishers here = publishersOn(rpc.genesisHash());
      OnChainCheck check = new OnChainCheck(rpc, here);
      OnChainResult result = signature == null ? check.find(memo) : check.at(signature, memo);
      List<Check> checks = new ArrayList<>();
      checks.add(told(rpc, here, result));
      marker(result).ifPresent(marker -> checks.add(MarkerAccount.check(rpc, marker)));
      return checks;
    } catch (RpcFailure e) {
      return List.of(Check.failed(NAME, unanswered(rpc, e)));
    }
  }

  /** Where the endpoint has forgotten the transaction, what the proof says of it is asked for. */
  private Optional<Marker> marker(OnChainResult result) {
    if (result instanceof OnChainResult.Anchored anchored) {
      return anchored.transaction().marker();
    }
    return claimed == null || claimed.marker() == null
        ? Optional.empty()
        : Optional.of(Marker.of(new Address(claimed.publisher()), memo));
  }

  /**
   * The publishers of the endpoint's cluster; of another one when it has none, which then fails
   * with the clusters' names.
   */
  private TrustedPublishers publishersOn(String genesisHash) {
    boolean known =
        trusted.terms().stream().anyMatch(term -> term.genesisHash().equals(genesisHash));
    String cluster = known ? genesisHash : trusted.terms().get(0).genesisHash();
    Set<Address> publishers =
        trusted.terms().stream()
            .filter(term -> term.genesisHash().equals(cluster))
            .map(PublisherKeys.Term::key)
            .collect(Collectors.toSet());
    return new TrustedPublishers(cluster, publishers);
  }

  private Check told(SolanaRpc rpc, TrustedPublishers here, OnChainResult result) {
    if (result instanceof OnChainResult.Anchored anchored) {
      return anchored(rpc, here, anchored);
    }
    if (result instanceof OnChainResult.NotAnchored not) {
      return Check.failed(NAME, not.detail());
    }
    return Check.failed(NAME, unanswered(rpc, ((OnChainResult.Unanswered) result).failure()));
  }

  /**
   * @param here whose cluster was found to be the endpoint's
   */
  private Check anchored(SolanaRpc rpc, TrustedPublishers here, OnChainResult.Anchored anchored) {
    AnchorTransaction transaction = anchored.transaction();
    Optional<String> refused =
        trusted.refusal(transaction.publisher(), here.genesisHash(), anchored.slot());
    if (refused.isPresent()) {
      return Check.failed(NAME, refused.get());
    }
    if (claimed != null) {
      if (!Arrays.equals(transaction.bytes(), claimed.transaction())) {
        return Check.failed(
            NAME, rpc.name() + " has other bytes of this transaction than the proof");
      }
      if (claimed.slot() != null && claimed.slot() != anchored.slot()) {
        return Check.failed(
            NAME,
            "%s says slot %d, the proof says slot %d"
                .formatted(rpc.name(), anchored.slot(), claimed.slot()));
      }
    }
    String when = anchored.blockTime() == null ? "" : ", about " + anchored.blockTime();
    return Check.passed(
        NAME,
        "%s stands in transaction %s of trusted publisher %s; %s says finalized at slot %d%s"
            .formatted(
                memo.text(),
                transaction.signature(),
                transaction.publisher(),
                rpc.name(),
                anchored.slot(),
                when));
  }

  static String unanswered(SolanaRpc rpc, RpcFailure failure) {
    return rpc.name() + " gave no usable answer (" + failure.getMessage() + "); ask another one";
  }
}
