package org.spineregistry.solana.verify;

import java.util.List;
import org.spineregistry.solana.anchor.Memo;
import org.spineregistry.solana.key.Address;
import org.spineregistry.solana.rpc.ListedTransaction;
import org.spineregistry.solana.rpc.SolanaRpc;

/**
 * Pages through the finalized transactions of an address for those that are listed with exactly one
 * memo.
 */
final class MemoSearch {
  /**
   * A million transactions: an endpoint that goes on behind them does not get to keep us for ever.
   */
  private static final int MAX_PAGES = 1000;

  private final SolanaRpc rpc;
  private final String listedAs;
  private int pages;
  private int listed;

  MemoSearch(SolanaRpc rpc, Memo memo) {
    this.rpc = rpc;
    this.listedAs = "[" + memo.text().length() + "] " + memo.text();
  }

  /**
   * @param matches signatures, newest first. The list is the endpoint's word: each must be read
   *     back and checked
   * @param next where the next page begins, null when there is none
   */
  record Page(List<String> matches, String next) {}

  /**
   * @param before null for the first page
   */
  Page page(Address publisher, String before) {
    List<ListedTransaction> entries = rpc.signaturesFor(publisher, before, SolanaRpc.MAX_LISTED);
    listed += entries.size();
    pages++;
    boolean more = entries.size() == SolanaRpc.MAX_LISTED && pages < MAX_PAGES;
    List<String> matches =
        entries.stream()
            .filter(entry -> listedAs.equals(entry.memo()))
            .map(ListedTransaction::signature)
            .toList();
    return new Page(matches, more ? entries.get(entries.size() - 1).signature() : null);
  }

  /** Transactions looked at so far. */
  int listed() {
    return listed;
  }
}
