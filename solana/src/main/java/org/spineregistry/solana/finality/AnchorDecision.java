package org.spineregistry.solana.finality;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spineregistry.solana.finality.EndpointView.Answered;
import org.spineregistry.solana.rpc.SignatureStatus;

/**
 * What to do next about a subject. One rule carries everything: a subject may have a second signed
 * transaction only when no block that could still become final can hold the first. Errors,
 * time-outs and missing answers decide nothing.
 */
public sealed interface AnchorDecision {
  /** An attempt is final and did not fail: fetch it, compare the bytes. */
  record ReadBack(Attempt attempt) implements AnchorDecision {}

  /**
   * Every endpoint says that an attempt is final with an error: the fee was paid, the memo does not
   * count, and an operator decides.
   */
  record Failed(Attempt attempt, String err) implements AnchorDecision {}

  /** An attempt is in a block that a fork may still drop. */
  record Wait() implements AnchorDecision {}

  /** Nothing seen, not expired: the newest bytes again. */
  record Resend() implements AnchorDecision {}

  /** No attempt can land any more, on every endpoint: a new blockhash, a new transaction. */
  record SignAgain() implements AnchorDecision {}

  /**
   * Expired by some endpoint's height, or final with contradicting outcomes, and not proven: wait,
   * and show it.
   *
   * @param reasons one for each endpoint that stands in the way, or the contradiction
   */
  record Stuck(List<String> reasons) implements AnchorDecision {
    public Stuck {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * @param attempts all of the subject, at least one
   * @param views one for each configured endpoint, silent ones too; at least one
   * @throws IllegalArgumentException if either is empty
   */
  static AnchorDecision decide(List<Attempt> attempts, List<EndpointView> views) {
    if (attempts.isEmpty() || views.isEmpty()) {
      throw new IllegalArgumentException("there must be an attempt and an endpoint");
    }
    List<Answered> answers =
        views.stream().filter(Answered.class::isInstance).map(Answered.class::cast).toList();
    Optional<AnchorDecision> seen = seen(attempts, answers, views.size());
    if (seen.isPresent()) {
      return seen.get();
    }
    List<String> doubts =
        views.stream().flatMap(view -> Expiry.doubt(view, attempts).stream()).toList();
    if (doubts.isEmpty()) {
      return new SignAgain();
    }
    return answers.stream().anyMatch(answer -> Expiry.heightPassed(answer, attempts))
        ? new Stuck(doubts)
        : new Resend();
  }

  private static Optional<AnchorDecision> seen(
      List<Attempt> attempts, List<Answered> answers, int endpoints) {
    List<AnchorDecision> outcomes = new ArrayList<>();
    for (Attempt attempt : attempts) {
      List<SignatureStatus> statuses = statuses(attempt, answers);
      if (!statuses.isEmpty()) {
        outcomes.add(
            outcome(
                attempt, statuses.stream().filter(SignatureStatus::isFinal).toList(), endpoints));
      }
    }
    return Stream.of(
            ReadBack.class,
            Stuck.class,
            Wait.class,
            Failed.class) // a failure counts when nothing better can come
        .flatMap(kind -> outcomes.stream().filter(kind::isInstance))
        .findFirst();
  }

  private static List<SignatureStatus> statuses(Attempt attempt, List<Answered> answers) {
    return answers.stream()
        .map(answer -> answer.statuses().getOrDefault(attempt.signature(), Optional.empty()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static AnchorDecision outcome(
      Attempt attempt, List<SignatureStatus> finals, int endpoints) {
    List<String> errors =
        finals.stream().map(status -> String.valueOf(status.err())).distinct().toList();
    if (errors.isEmpty()) {
      return new Wait();
    }
    if (errors.size() > 1) {
      return new Stuck(
          List.of("endpoints contradict each other about " + attempt.signature() + ": " + errors));
    }
    SignatureStatus status = finals.get(0);
    if (!status.failed()) {
      return new ReadBack(attempt);
    }
    // a success is read back and compared; a failure is the endpoints' word alone, so all must give
    // it
    return finals.size() == endpoints
        ? new Failed(attempt, status.err())
        : new Stuck(
            List.of(
                finals.size()
                    + " of "
                    + endpoints
                    + " endpoints say that "
                    + attempt.signature()
                    + " failed, the others do not say so"));
  }
}
