package org.spineregistry.solana.key;

import java.nio.file.Path;

/**
 * A key file that must not be used, with the rule that it breaks. Never shows a byte of the key.
 */
public final class KeyFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  KeyFileException(Path file, String rule) {
    super("key file " + file + ": " + rule);
  }
}
