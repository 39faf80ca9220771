package org.spineregistry.solana.anchor;

import org.spineregistry.solana.key.Address;

/** Programs of the runtime that our transactions call. */
public final class Programs {
  /**
   * Memo v2. It checks the signatures of the accounts passed to it; v1, which solanaj uses, neither
   * checks nor logs.
   */
  public static final Address MEMO = new Address("MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr");

  public static final Address COMPUTE_BUDGET =
      new Address("ComputeBudget111111111111111111111111111111");

  /** Makes markers. */
  public static final Address SYSTEM = new Address("11111111111111111111111111111111");

  private Programs() {}
}
