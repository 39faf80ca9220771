package org.spineregistry.solana.verify;

import java.util.Optional;
import java.util.function.Supplier;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.anchor.AnchorTransactionParser;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.anchor.NotAnAnchorException;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.FinalizedTransaction;
import org.spineregistry.solana.rpc.RpcFailure;
import org.spineregistry.solana.rpc.SolanaRpc;
import org.spineregistry.solana.verify.OnChainResult.Anchored;
import org.spineregistry.solana.verify.OnChainResult.NotAnchored;
import org.spineregistry.solana.verify.OnChainResult.Reason;
import org.spineregistry.solana.verify.OnChainResult.Unanswered;

/**
 * Does a finalized transaction of a trusted publisher carry a memo? What can be computed from the
 * transaction's bytes is computed: signature, publisher, memo. That it is finalized and did not
 * fail is the endpoint's word: Solana gives clients no proof of inclusion.
 */
public final class OnChainCheck {
  private final SolanaRpc rpc;
  private final TrustedPublishers trusted;

  public OnChainCheck(SolanaRpc rpc, TrustedPublishers trusted) {
    this.rpc = rpc;
    this.trusted = trusted;
  }

  /** Checks the transaction with this signature. */
  public OnChainResult at(String signature, Memo expected) {
    return answered(() -> wrongCluster().orElseGet(() -> check(signature, expected)));
  }

  /**
   * Looks through the finalized transactions of the trusted publishers, newest first, for one that
   * stands. When only transactions that do not stand carry the memo, the result says what is wrong
   * with the newest of them.
   */
  public OnChainResult find(Memo expected) {
    return answered(() -> wrongCluster().orElseGet(() -> search(expected)));
  }

  private static OnChainResult answered(Supplier<OnChainResult> check) {
    try {
      return check.get();
    } catch (RpcFailure failure) {
      return new Unanswered(failure);
    }
  }

  private Optional<OnChainResult> wrongCluster() {
    String genesisHash = rpc.genesisHash();
    if (genesisHash.equals(trusted.genesisHash())) {
      return Optional.empty();
    }
    String detail =
        rpc.name() + " belongs to cluster " + genesisHash + ", trusted is " + trusted.genesisHash();
    return Optional.of(new NotAnchored(Reason.WRONG_CLUSTER, detail));
  }

  private OnChainResult search(Memo expected) {
    MemoSearch search = new MemoSearch(rpc, expected);
    NotAnchored newest = null;
    for (Address publisher : trusted.publishers()) {
      String before = null;
      do {
        MemoSearch.Page page = search.page(publisher, before);
        for (String signature : page.matches()) {
          OnChainResult result = check(signature, expected);
          if (!(result instanceof NotAnchored failed)) {
            return result;
          }
          newest = newest == null ? failed : newest;
        }
        before = page.next();
      } while (before != null);
    }
    return newest == null ? noSuchMemo(expected, search) : newest;
  }

  private NotAnchored noSuchMemo(Memo expected, MemoSearch search) {
    String detail =
        "none of "
            + search.listed()
            + " transactions of the trusted publishers has memo "
            + expected.text();
    long since = rpc.firstAvailableBlock();
    String history = since == 0 ? "" : "; " + rpc.name() + " has no history before slot " + since;
    return new NotAnchored(Reason.NO_SUCH_MEMO, detail + history);
  }

  private OnChainResult check(String signature, Memo expected) {
    Optional<FinalizedTransaction> found = rpc.transaction(signature);
    if (found.isEmpty()) {
      String detail =
          rpc.name()
              + " has no finalized transaction "
              + signature
              + "; it never landed, is not final yet, or was pruned";
      return new NotAnchored(Reason.NOT_FINALIZED, detail);
    }
    FinalizedTransaction transaction = found.get();
    if (transaction.failed()) {
      return new NotAnchored(
          Reason.FAILED_TRANSACTION,
          "transaction " + signature + " failed on chain: " + transaction.err());
    }
    try {
      return compare(
          signature, expected, AnchorTransactionParser.parse(transaction.bytes()), transaction);
    } catch (NotAnAnchorException e) {
      return new NotAnchored(
          Reason.NOT_AN_ANCHOR, "transaction " + signature + " " + e.getMessage());
    }
  }

  private OnChainResult compare(
      String signature, Memo expected, AnchorTransaction anchor, FinalizedTransaction transaction) {
    if (!anchor.signature().equals(signature)) {
      String detail =
          rpc.name() + " returned transaction " + anchor.signature() + " for " + signature;
      return new NotAnchored(Reason.OTHER_TRANSACTION, detail);
    }
    if (!trusted.publishers().contains(anchor.publisher())) {
      return new NotAnchored(
          Reason.UNTRUSTED_PUBLISHER, "signed by " + anchor.publisher() + ", who is not trusted");
    }
    if (!anchor.memo().equals(expected)) {
      String detail = "the memo is " + anchor.memo().text() + ", expected " + expected.text();
      return new NotAnchored(Reason.OTHER_MEMO, detail);
    }
    return new Anchored(anchor, transaction.slot(), transaction.blockTime());
  }
}
