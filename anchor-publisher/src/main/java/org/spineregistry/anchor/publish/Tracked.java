package org.spineregistry.anchor.publish;

import org.spineregistry.event.AnchorIntent;

/**
 * An intent with the trace that it belongs to.
 *
 * @param traceparent W3C trace context of the completed cycle; null when it had none
 */
record Tracked(AnchorIntent intent, String traceparent) {
  Tracked with(AnchorIntent changed) {
    return new Tracked(changed, traceparent);
  }

  String subject() {
    return intent.getSubject();
  }
}
