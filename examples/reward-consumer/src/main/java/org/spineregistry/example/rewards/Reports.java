package org.spineregistry.example.rewards;

import java.util.List;
import org.spineregistry.event.RewardSettled;

/** Where the payer reports what became of payouts. */
interface Reports {

  /** Returns when all are safe with the broker. The same may be sent again. */
  void send(List<RewardSettled> reports) throws InterruptedException;
}
