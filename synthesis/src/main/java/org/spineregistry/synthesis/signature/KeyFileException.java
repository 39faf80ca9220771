package org.spineregistry.synthesis.signature;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A key file that cannot be used. The message names the file and the rule, nothing of its content.
 */
public final class KeyFileException extends IOException {
  private static final long serialVersionUID = 1L;

  KeyFileException(Path file, String rule) {
    super("key file " + file + " " + rule);
  }
}
