package org.spineregistry.solana.proof;

/**
 * One thing that was computed from a bundle.
 *
 * @param holds what came out
 * @param reason in one sentence; never more of a receipt than its digest
 */
public record ProofFinding(Step step, boolean holds, String reason) {

  /** What is computed, in this order. */
  public enum Step {
    /** The receipt has the subject's digest. */
    RECEIPT,
    /** The subject's leaf and the path lead to the root. */
    INCLUSION,
    /** The transaction is an anchor in form and its signature is valid. */
    TRANSACTION,
    /** Its memo is that of the subject or the root. */
    MEMO,
    /** Its signer is trusted on that cluster, at that slot. */
    PUBLISHER,
    /** It makes the marker that the bundle names; only where one of the two names one. */
    MARKER
  }
}
