package org.spineregistry.solana.token;

/** Bytes that are no mint or token account that can be used; the message says why. */
public final class NotATokenException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotATokenException(String why) {
    super(why);
  }
}
