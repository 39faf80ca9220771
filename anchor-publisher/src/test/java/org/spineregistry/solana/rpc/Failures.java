package org.spineregistry.solana.rpc;

import java.io.IOException;
import java.time.Duration;

/** Failures as the client throws them, for endpoints that a test plays. */
public final class Failures {
  private Failures() {}

  public static RpcFailure noAnswer() {
    return RpcFailure.noAnswer(new IOException("cut"));
  }

  public static RpcFailure rateLimited(Duration retryAfter) {
    return new RpcFailure("too many requests", 429, null, null, retryAfter, null);
  }

  public static RpcFailure refused(int code) {
    return new RpcFailure("refused", 200, code, null, null, null);
  }
}
