package org.spineregistry.solana.finality;

import java.util.List;
import java.util.Optional;
import org.spineregistry.solana.finality.EndpointView.Answered;
import org.spineregistry.solana.finality.EndpointView.Silent;

/**
 * Can any attempt still land? An endpoint proves that none can, when all of this holds: its
 * finalized height is past the last valid height of every attempt; then, asked on the same
 * endpoint, it knows of none; its answer is not from before that height; and its history reaches
 * back to the oldest attempt. Heights below finalized turn out wrong after a fork, a status from
 * another endpoint may be from before the height, and a pruned history cannot say "never".
 */
final class Expiry {
  private Expiry() {}

  /** Why this endpoint does not prove that every attempt is expired; empty when it does. */
  static Optional<String> doubt(EndpointView view, List<Attempt> attempts) {
    if (view instanceof Silent silent) {
      return Optional.of(silent.endpoint() + " is silent: " + silent.reason());
    }
    return doubt((Answered) view, attempts).map(why -> view.endpoint() + " " + why);
  }

  static boolean heightPassed(Answered answer, List<Attempt> attempts) {
    return attempts.stream()
        .allMatch(attempt -> answer.finalized().blockHeight() > attempt.lastValidBlockHeight());
  }

  private static Optional<String> doubt(Answered answer, List<Attempt> attempts) {
    if (!heightPassed(answer, attempts)) {
      return Optional.of("has not finalized the last valid block height yet");
    }
    if (!attempts.stream()
        .allMatch(attempt -> Optional.empty().equals(answer.statuses().get(attempt.signature())))) {
      return Optional.of("does not say of every attempt that it is unknown");
    }
    if (answer.contextSlot() < answer.finalized().slot()) {
      return Optional.of(
          "answered from slot " + answer.contextSlot() + ", before the slot of its height");
    }
    long oldest = attempts.stream().mapToLong(Attempt::signedAtSlot).min().orElseThrow();
    if (answer.firstAvailableBlock() > oldest) {
      return Optional.of(
          "has no history before slot "
              + answer.firstAvailableBlock()
              + ", the oldest attempt is of "
              + oldest);
    }
    return Optional.empty();
  }
}
