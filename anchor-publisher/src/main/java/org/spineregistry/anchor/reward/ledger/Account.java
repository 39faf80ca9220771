package org.spineregistry.anchor.reward.ledger;

/** Where a beneficiary's amounts are. */
public enum Account {
  /** What the registry may spend; below zero by what it has spent. */
  BUDGET,
  /** Decided and kept back. */
  HELD,
  /** Owed; below zero when more was taken back than is owed. */
  PAYABLE,
  /** Reported as settled by the payer. */
  PAID
}
