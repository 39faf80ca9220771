package org.spineregistry.anchor.publish;

import java.util.List;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.spineregistry.event.AnchorFinalized;

/**
 * The durable memory of the publisher: the last record of every subject. One process may write; a
 * newer one fences the older. Every method returns only when the records are committed, and any
 * failure but the one that is named leaves the outcome unknown: the process must end, and the next
 * one finds out.
 */
interface IntentLog extends AutoCloseable {
  /**
   * Fences the older process, then reads everything that it committed. In this order nothing can be
   * written unseen.
   */
  List<Tracked> open();

  /**
   * Writes new intents together with the input offsets that they came from.
   *
   * @throws CommitFailedException when the input now belongs to another member of the group;
   *     nothing was written
   */
  void queue(InputBatch batch);

  /** Writes changed intents. */
  void save(List<Tracked> changed);

  /** Writes finalized intents together with their events. */
  void finish(List<Finished> anchors);

  /** An anchor that stands: the intent, FINALIZED, and the event that tells of it. */
  record Finished(Tracked finalized, AnchorFinalized event) {}

  @Override
  void close();
}
