package org.spineregistry.localstack.demo;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.localstack.api.CertificationApi;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.localstack.api.NotAnswering;
import org.spineregistry.localstack.api.RegistrySize;

/**
 * Waits for what the services do, and shows it. Gives up when nothing moves for a long time or a
 * part of the stack is lost.
 */
final class Follower {
  private static final long POLL_MILLIS = 250;

  private final CertificationApi api;
  private final String campaignId;
  private final Screen screen;
  private final Supplier<Optional<String>> lost;
  private final Duration patience;

  /**
   * @param lost why a part of the stack was given up
   * @param patience longest time without any change
   */
  Follower(
      CertificationApi api,
      String campaignId,
      Screen screen,
      Supplier<Optional<String>> lost,
      Duration patience) {
    this.api = api;
    this.campaignId = campaignId;
    this.screen = screen;
    this.lost = lost;
    this.patience = patience;
  }

  /** The size now. */
  RegistrySize size() throws InterruptedException {
    return size("the registry to answer", size -> true);
  }

  /** Waits until a policy decides. */
  RegistrySize policyInForce(int version) throws InterruptedException {
    return size(
        "policy version " + version + " to be in force",
        size -> Objects.equals(size.policyVersion(), version));
  }

  /** Waits until so many cases are counted. */
  RegistrySize counted(long cases) throws InterruptedException {
    return size(cases + " cases to be counted", size -> size.cases() >= cases);
  }

  private RegistrySize size(String what, Predicate<RegistrySize> enough)
      throws InterruptedException {
    return until(what, () -> api.registry(campaignId), enough);
  }

  /**
   * Waits for the cycles of these thresholds, and for every other cycle of the campaign, to end.
   *
   * @param thresholds that ask, or have asked, for a cycle
   */
  List<Cycle> ended(List<Long> thresholds) throws InterruptedException {
    return until(
        "the cycles to end",
        () -> {
          List<Cycle> cycles = api.cycles(campaignId);
          show(cycles, thresholds);
          return cycles;
        },
        cycles ->
            cycles.stream().allMatch(Cycle::ended)
                && thresholds.stream()
                    .allMatch(t -> cycles.stream().anyMatch(c -> t.equals(c.threshold()))));
  }

  private void show(List<Cycle> cycles, List<Long> thresholds) {
    int known = Math.max(cycles.size(), thresholds.size());
    int done = (int) cycles.stream().filter(Cycle::ended).count();
    Optional<Cycle> now = cycles.stream().filter(c -> !c.ended()).findFirst();
    String what = now.map(Follower::happening).orElse("waiting for the request");
    String which = known > 1 ? "cycle " + Math.min(done + 1, known) + " of " + known + ", " : "";
    if (done < known) {
      screen.progress(now.map(Follower::fraction).orElse(0.0), which + what);
    }
  }

  /** Certification is most of the way, then come the anchor and the payouts. */
  private static double fraction(Cycle cycle) {
    return switch (cycle.state()) {
      case "CERTIFIED" -> 0.90;
      case "ANCHORING" -> 0.93;
      case "ANCHORED" -> 0.97;
      default -> 0.90 * cycle.fraction();
    };
  }

  private static String happening(Cycle cycle) {
    String name = "threshold " + cycle.threshold() + ": ";
    return switch (cycle.state()) {
      case "REQUESTED" -> name + "waiting for the worker";
      case "RUNNING" ->
          name + (cycle.message() == null ? String.valueOf(cycle.stage()) : cycle.message());
      case "CERTIFIED" -> name + "certified, waiting for its anchor";
      case "ANCHORING" -> name + "waiting for finality on Solana";
      case "ANCHORED" -> name + "anchored, granting payouts";
      default -> name + cycle.state();
    };
  }

  /** One question that is asked until its answer is good enough. */
  private interface Question<T> {
    T ask() throws NotAnswering, InterruptedException;
  }

  private <T> T until(String what, Question<T> question, Predicate<T> enough)
      throws InterruptedException {
    long changed = System.nanoTime();
    T last = null;
    while (System.nanoTime() - changed <= patience.toNanos()) {
      lost.get()
          .ifPresent(
              why -> {
                throw UserProblem.failure(why);
              });
      try {
        T answer = question.ask();
        if (enough.test(answer)) {
          return answer;
        }
        if (!answer.equals(last)) {
          last = answer;
          changed = System.nanoTime();
        }
      } catch (NotAnswering e) {
        screen.progress(0, "the certification service does not answer now");
      }
      Thread.sleep(POLL_MILLIS);
    }
    throw UserProblem.failure(
        "waited %d s for %s and nothing moved".formatted(patience.toSeconds(), what));
  }
}
