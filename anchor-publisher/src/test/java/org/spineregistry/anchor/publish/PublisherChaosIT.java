package org.spineregistry.anchor.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.fake.Deaths;
import org.spineregistry.anchor.fake.Step;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.IntentState;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.health.Condition;

/**
 * Everything at once, over a real broker and the real Solana runtime: lost, late and half-answered
 * transactions, rate limits, forks, blackouts longer than a blockhash lives, processes that die at
 * any step, and one that is paused and wakes up after it was replaced. Each certificate is
 * delivered one to three times. {@code ./bench chaos 20 1000} runs it at full size.
 */
class PublisherChaosIT {
  private static final int DIGESTS = Integer.getInteger("spine.chaos.digests", 40);
  private static final int ROUNDS = 16;
  private static final Duration LIMIT = Duration.ofSeconds(120);

  @TempDir static Path folder;
  private static PublisherStage stage;

  private final AtomicInteger deaths = new AtomicInteger();
  private final AtomicInteger steps = new AtomicInteger();
  private final AtomicBoolean calm = new AtomicBoolean();
  private Random random;
  private PublisherProcess publisher;

  @BeforeAll
  static void install() throws Exception {
    stage = new PublisherStage(PublisherChaosIT.class, folder);
  }

  @AfterAll
  static void stop() {
    stage.installation.solana.clear();
    stage.close();
  }

  static LongStream seeds() {
    long first = Long.getLong("spine.chaos.first", 1);
    return LongStream.range(first, first + Integer.getInteger("spine.chaos.seeds", 1));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyCertificateIsAnchoredExactlyOnce(long seed) throws InterruptedException {
    random = new Random(seed);
    Installation installation = stage.installation;
    int[] cycles = IntStream.generate(stage::next).limit(DIGESTS).toArray();
    List<Integer> deliveries = deliveries(cycles);
    publisher = PublisherProcess.start(installation, stage.key, this::mayDie);
    int sent = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      trouble();
      int until = deliveries.size() * round / ROUNDS;
      certify(deliveries.subList(sent, until));
      sent = until;
      awaitWork(5 + random.nextInt(30));
      if (round == ROUNDS / 2) {
        zombie();
      }
      revive();
    }
    calm.set(true);
    installation.solana.clear();
    revive();
    certify(IntStream.of(cycles).boxed().toList());
    PublisherStage.eventually()
        .atMost(LIMIT)
        .until(
            () -> {
              revive();
              return IntStream.of(cycles).allMatch(n -> publisher.is(n, IntentState.FINALIZED));
            });
    publisher.close();

    audit(cycles);
    System.getLogger(PublisherChaosIT.class.getName())
        .log(
            System.Logger.Level.INFO,
            "seed {0}: {1} digests, {2} deliveries, {3} deaths, each anchored once",
            seed,
            DIGESTS,
            deliveries.size(),
            deaths.get());
  }

  private void audit(int[] cycles) {
    Map<String, Long> memos = stage.installation.solana.succeeded();
    for (int cycle : cycles) {
      assertThat(memos)
          .as("anchors of certificate %d", cycle)
          .containsEntry("spine1:d:" + Certified.digest(cycle), 1L);
    }
    assertThat(stage.installation.<AnchorFinalized>read(Topics.ANCHOR_FINALIZED))
        .extracting(AnchorFinalized::getSubject)
        .doesNotHaveDuplicates()
        .containsAll(IntStream.of(cycles).mapToObj(Certified::digest).toList());
    assertThat(deaths.get()).as("the test does something").isGreaterThan(3);
  }

  /** Each one to three times, in any order. */
  private List<Integer> deliveries(int[] cycles) {
    List<Integer> deliveries = new ArrayList<>();
    for (int cycle : cycles) {
      deliveries.addAll(Collections.nCopies(1 + random.nextInt(3), cycle));
    }
    Collections.shuffle(deliveries, random);
    return deliveries;
  }

  private void certify(List<Integer> cycles) {
    stage.installation.certify(cycles.stream().mapToInt(Integer::intValue).toArray());
  }

  private void trouble() {
    switch (random.nextInt(11)) {
      case 0 -> solana(Map.of("op", "dropNext", "count", 1 + random.nextInt(40)));
      case 1 ->
          solana(
              Map.of(
                  "op", "holdNext", "count", 1 + random.nextInt(40), "slots", random.nextInt(150)));
      case 2 -> solana(fault("close", true, "after", true));
      case 3 -> solana(fault("status", 503, "after", true));
      case 4 -> solana(fault("status", 504, "body", "<html>"));
      case 5 -> solana(fault("status", 429, "headers", Map.of("retry-after", "1")));
      case 6 -> solana(fault("truncate", true));
      case 7 -> fork();
      case 8 -> blackout();
      default -> {}
    }
  }

  private Map<String, Object> fault(Object... effect) {
    Map<String, Object> fault = new HashMap<>(Map.of("op", "fault"));
    fault.put("count", 1 + random.nextInt(3));
    for (int i = 0; i < effect.length; i += 2) {
      fault.put((String) effect[i], effect[i + 1]);
    }
    return fault;
  }

  /** Longer than a blockhash lives, and whatever is sent in it is lost. */
  private void blackout() {
    solana(Map.of("op", "dropNext", "count", 1 + random.nextInt(40)));
    solana(Map.of("op", "advance", "slots", 170 + random.nextInt(60)));
  }

  private void fork() {
    solana(Map.of("op", "checkpoint"));
    awaitSlots(1 + random.nextInt(10));
    try {
      solana(Map.of("op", "rollback"));
    } catch (IllegalStateException tooLate) {
      // the checkpoint is final: a cluster would not roll it back
    }
  }

  private void solana(Map<String, Object> operation) {
    stage.installation.solana.call(operation);
  }

  private void awaitSlots(int slots) {
    long until = stage.installation.solana.slot() + slots;
    PublisherStage.eventually().until(() -> stage.installation.solana.slot() >= until);
  }

  /** Until the process has come some steps further or is dead, or there is nothing for it to do. */
  private void awaitWork(int slots) {
    int before = steps.get();
    awaitSlots(slots);
    for (int more = 0; more < 40 && steps.get() < before + 5; more++) {
      if (publisher.condition() == Condition.FAILED) {
        return;
      }
      awaitSlots(10);
    }
  }

  /** One step in twenty-five is the last of its process. */
  private void mayDie(Step step) {
    steps.incrementAndGet();
    boolean last;
    synchronized (deaths) {
      last = !calm.get() && random.nextInt(25) == 0;
    }
    if (last) {
      deaths.incrementAndGet();
      throw new Deaths.Death();
    }
  }

  private void revive() {
    if (publisher.condition() == Condition.FAILED) {
      publisher.close();
      publisher = PublisherProcess.start(stage.installation, stage.key, this::mayDie);
    }
  }

  /** Stops in the middle of a step, is replaced, and goes on as if nothing had happened. */
  private void zombie() throws InterruptedException {
    publisher.close();
    CountDownLatch paused = new CountDownLatch(1);
    CountDownLatch resumed = new CountDownLatch(1);
    PublisherProcess first =
        PublisherProcess.start(
            stage.installation,
            stage.key,
            step -> {
              if (step == Step.BEFORE_SIGNED || step == Step.BEFORE_FINALIZED) {
                paused.countDown();
                await(resumed);
              }
            });
    certify(List.of(stage.next(), stage.next()));
    PublisherStage.eventually().until(() -> paused.getCount() == 0);
    publisher = PublisherProcess.start(stage.installation, stage.key, this::mayDie);
    awaitSlots(40);
    resumed.countDown();
    PublisherStage.eventually().until(() -> first.condition() == Condition.FAILED);
    first.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
