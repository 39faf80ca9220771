package org.spineregistry.anchor.settlement;

import java.util.List;
import org.spineregistry.event.RewardSettled;

/**
 * The durable memory of the payer: the last record of every batch. One process may write; a newer
 * one fences the older. Every method returns only when the records are committed, and any failure
 * leaves the outcome unknown: the process must end, and the next one finds out.
 */
interface SettlementLog extends AutoCloseable {
  /** Fences the older process, then reads everything that it committed. */
  List<Batch> open();

  /** Writes changed batches. */
  void save(List<Batch> changed);

  /** Writes batches that have ended together with the reports on their payouts. */
  void finish(List<Batch> ended, List<RewardSettled> reports);

  @Override
  void close();
}
