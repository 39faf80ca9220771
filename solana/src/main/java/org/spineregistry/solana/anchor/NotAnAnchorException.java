package org.spineregistry.solana.anchor;

/** Bytes that are no anchor; the message says which rule they break. */
public final class NotAnAnchorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotAnAnchorException(String rule) {
    super(rule);
  }
}
