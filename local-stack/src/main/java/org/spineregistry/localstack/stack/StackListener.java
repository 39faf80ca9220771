package org.spineregistry.localstack.stack;

import java.time.Duration;

/** Hears what happens to the parts of a stack. */
public interface StackListener {
  /** A part answers. */
  void started(String part, Duration after);

  /** A part ended by itself and is started again. */
  void restarting(String part, int exitCode);

  /** A part ended too often. */
  void gaveUp(String part, String reason);

  /** For callers that need no news. */
  static StackListener silent() {
    return new StackListener() {
      @Override
      public void started(String part, Duration after) {}

      @Override
      public void restarting(String part, int exitCode) {}

      @Override
      public void gaveUp(String part, String reason) {}
    };
  }
}
