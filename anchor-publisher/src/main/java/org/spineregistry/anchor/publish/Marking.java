package org.spineregistry.anchor.publish;

import org.spineregistry.anchor.intent.Intents;
import org.spineregistry.event.AnchorIntent;

/**
 * Which anchors leave a marker on the chain. A marker costs the rent of an account for good, so one
 * for a batch of many leaves is cheap and one for every dataset is not.
 */
public enum Marking {
  /** None: the intent log alone keeps a digest from being anchored twice. */
  NONE,
  /** The roots of batches. */
  BATCHES,
  /** Batches and datasets. */
  ALL;

  boolean covers(AnchorIntent intent) {
    return this == ALL || this == BATCHES && Intents.BATCH.equals(intent.getKind());
  }
}
