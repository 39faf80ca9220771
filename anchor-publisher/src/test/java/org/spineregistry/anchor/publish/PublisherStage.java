package org.spineregistry.anchor.publish;

import static org.awaitility.Awaitility.await;
import static org.spineregistry.event.IntentState.FINALIZED;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_INTENT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.service.health.Condition;
import org.spineregistry.solana.key.KeyPair;

/**
 * An installation and a publisher that tests share and may kill; every certificate is used once.
 */
final class PublisherStage implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** One chain for all tests of a JVM, so no certificate comes twice. */
  private static final AtomicInteger CYCLES = new AtomicInteger();

  final KeyPair key = KeyPair.random();
  final Installation installation;
  PublisherProcess publisher;

  PublisherStage(Class<?> test, Path folder) throws Exception {
    installation = new Installation(test, folder.resolve("artifacts"), false);
    installation.createTopics();
  }

  /** The number of a certificate that no other test uses. */
  int next() {
    return CYCLES.incrementAndGet();
  }

  /** A running publisher, with an account that is funded and a simulation that is done. */
  void healthy() {
    if (publisher == null || publisher.condition() == Condition.FAILED) {
      restart();
      int first = next();
      installation.certify(first);
      awaitFinalized(first);
    }
  }

  void restart() {
    close();
    publisher = PublisherProcess.start(installation, key);
  }

  /** Threads that die on purpose do not concern the waiting one. */
  static ConditionFactory eventually() {
    return await().dontCatchUncaughtExceptions().atMost(LIMIT);
  }

  void awaitFinalized(int cycle) {
    eventually().until(() -> publisher.is(cycle, FINALIZED));
  }

  /** Later certificates in every partition went through, so all input before them was read. */
  void awaitCommitted() {
    int[] markers = Stream.generate(this::next).limit(20).mapToInt(Integer::intValue).toArray();
    installation.certify(markers);
    for (int marker : markers) {
      awaitFinalized(marker);
    }
  }

  List<AnchorIntent> intents(int cycle) {
    return installation.<AnchorIntent>read(ANCHOR_INTENT).stream()
        .filter(intent -> intent.getSubject().equals(Certified.digest(cycle)))
        .toList();
  }

  List<AnchorFinalized> finalized(int cycle) {
    return installation.<AnchorFinalized>read(ANCHOR_FINALIZED).stream()
        .filter(event -> event.getSubject().equals(Certified.digest(cycle)))
        .toList();
  }

  @Override
  public void close() {
    if (publisher != null) {
      publisher.close();
    }
  }
}
