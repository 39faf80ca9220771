package org.spineregistry.anchor.protocol;

import java.time.Instant;
import java.util.List;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.IntentState;

/**
 * Something that one transaction shall do on the chain, once, with every transaction that was ever
 * signed for it. Immutable: a change is another value.
 */
public interface ChainIntent {
  /** Identity: what may not be done twice. */
  String subject();

  IntentState state();

  /** Cluster that it is for. */
  String genesisHash();

  /** Newest last. */
  List<AnchorAttempt> attempts();

  /** Since when it is to be done. */
  Instant since();

  /** Whether there is still something to do. */
  default boolean isOpen() {
    return state() == IntentState.QUEUED || state() == IntentState.SIGNED;
  }
}
