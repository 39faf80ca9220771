package org.spineregistry.anchor.intent;

import java.util.List;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.solana.finality.Attempt;

/** The signed transactions of one intent, newest last. Pure. */
public final class Attempts {
  private Attempts() {}

  /** Those that may land or have landed well. */
  public static List<AnchorAttempt> live(List<AnchorAttempt> attempts) {
    return attempts.stream().filter(attempt -> attempt.getError() == null).toList();
  }

  /** Newest of those that may still land. */
  public static AnchorAttempt newest(List<AnchorAttempt> attempts) {
    List<AnchorAttempt> live = live(attempts);
    return live.get(live.size() - 1);
  }

  /** The live ones, as the decision takes them. */
  public static List<Attempt> forDecision(List<AnchorAttempt> attempts) {
    return live(attempts).stream()
        .map(a -> new Attempt(a.getSignature(), a.getSignedAtSlot(), a.getLastValidBlockHeight()))
        .toList();
  }

  /**
   * @return null when there is none with this signature
   */
  public static AnchorAttempt find(List<AnchorAttempt> attempts, String signature) {
    return attempts.stream()
        .filter(attempt -> attempt.getSignature().equals(signature))
        .findFirst()
        .orElse(null);
  }

  /** The same attempts, of which one is final with an error. */
  public static List<AnchorAttempt> failed(
      List<AnchorAttempt> attempts, String signature, String error) {
    return attempts.stream()
        .map(
            attempt ->
                attempt.getSignature().equals(signature)
                    ? AnchorAttempt.newBuilder(attempt).setError(error).build()
                    : attempt)
        .toList();
  }
}
