package org.spineregistry.anchor.settlement.plan;

/**
 * A payout that is in a batch.
 *
 * @param stage how far the batch is
 */
public record Begun(Share share, Stage stage) {
  /** Of a batch. */
  public enum Stage {
    /** On its way: it may be paid already. */
    OPEN,
    /** Paid, and final. */
    PAID,
    /** Failed, and waits for an operator. */
    FAILED,
    /** Failed, and given back: another batch may pay it. */
    RELEASED
  }
}
