package org.spineregistry.solana.key;

/**
 * A key service that did not sign. Nothing was signed, so the caller may ask again later. Neither
 * token nor message is part of it.
 */
public final class SignerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SignerException(String what) {
    super("key service: " + what);
  }
}
