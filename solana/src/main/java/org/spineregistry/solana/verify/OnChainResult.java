package org.spineregistry.solana.verify;

import java.time.Instant;
import org.spineregistry.solana.anchor.AnchorTransaction;
import org.spineregistry.solana.rpc.RpcFailure;

/**
 * Outcome of an on-chain check. {@link Unanswered} means that the check could not be made, not that
 * it failed.
 */
public sealed interface OnChainResult {
  /**
   * The anchor stands, as far as the endpoint's word goes.
   *
   * @param blockTime an estimate for people; null when the endpoint has none
   */
  record Anchored(AnchorTransaction transaction, long slot, Instant blockTime)
      implements OnChainResult {}

  /**
   * The check failed.
   *
   * @param detail a sentence for people
   */
  record NotAnchored(Reason reason, String detail) implements OnChainResult {}

  /** The endpoint gave no usable answer; ask again, or ask another one. */
  record Unanswered(RpcFailure failure) implements OnChainResult {}

  /** Why a check failed. */
  enum Reason {
    /** The endpoint belongs to another cluster than the trusted one. */
    WRONG_CLUSTER,
    /**
     * No transaction of a trusted publisher carries the memo, in the history that the endpoint has.
     */
    NO_SUCH_MEMO,
    /** The endpoint has no such transaction at finalized. */
    NOT_FINALIZED,
    /** The transaction is on chain and failed, so its memo does not count. */
    FAILED_TRANSACTION,
    /** The bytes are no anchor of the format, or their signature is not valid. */
    NOT_AN_ANCHOR,
    /** The endpoint returned another transaction than the one asked for. */
    OTHER_TRANSACTION,
    /** Signed by somebody who is not trusted. */
    UNTRUSTED_PUBLISHER,
    /** A good anchor of something else. */
    OTHER_MEMO
  }
}
