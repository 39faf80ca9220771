package org.spineregistry.anchor.publish;

import java.time.Instant;
import java.util.List;
import org.spineregistry.anchor.protocol.ChainIntent;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.IntentState;

/**
 * An intent with the trace that it belongs to.
 *
 * @param traceparent W3C trace context of the completed cycle; null when it had none
 */
public record Tracked(AnchorIntent intent, String traceparent) implements ChainIntent {
  Tracked with(AnchorIntent changed) {
    return new Tracked(changed, traceparent);
  }

  @Override
  public String subject() {
    return intent.getSubject();
  }

  @Override
  public IntentState state() {
    return intent.getState();
  }

  @Override
  public String genesisHash() {
    return intent.getGenesisHash();
  }

  @Override
  public List<AnchorAttempt> attempts() {
    return intent.getAttempts();
  }

  @Override
  public Instant since() {
    return intent.getQueuedAt();
  }
}
