package org.spineregistry.example.rewards;

import java.io.IOException;
import java.util.Optional;

/**
 * Moves money. The order is durable before {@link #pay} is called; after a crash nobody knows
 * whether it was, so {@link #find} is asked first, always.
 */
interface Payer {

  /** What became of an earlier attempt; empty when it is certain that nothing was paid. */
  Optional<Receipt> find(String payoutId) throws IOException;

  /**
   * Pays.
   *
   * @throws IOException when it is not known whether it was paid: the program stops, and looks
   *     again at its next start
   */
  Receipt pay(Payment payment) throws IOException;
}
