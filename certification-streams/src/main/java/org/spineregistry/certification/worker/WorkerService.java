package org.spineregistry.certification.worker;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.spineregistry.event.CertificationProgress;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.health.Component;
import org.spineregistry.service.health.Condition;

/** Runs the certification worker on its own thread for as long as the service lives. */
public final class WorkerService implements Component, AutoCloseable {
  private static final Duration STOP = Duration.ofSeconds(20);

  private final WorkerClients clients;
  private final TopicNames names;
  private final EventStamp stamp;
  private final Certifier certifier;
  private final ToIntFunction<String> attempts;
  private final WorkerSettings settings;
  private final Clock clock;
  private final Producer<String, CertificationProgress> progress;
  private CertificationWorker worker;
  private Thread thread;

  /**
   * @param attempts how many attempts of a cycle are known to have begun
   */
  public WorkerService(
      WorkerClients clients,
      TopicNames names,
      EventStamp stamp,
      Certifier certifier,
      ToIntFunction<String> attempts,
      WorkerSettings settings,
      Clock clock) {
    this.clients = clients;
    this.names = names;
    this.stamp = stamp;
    this.certifier = certifier;
    this.attempts = attempts;
    this.settings = settings;
    this.clock = clock;
    this.progress = clients.progress();
  }

  public void start(String topic) {
    PastResults past = clients.past();
    worker =
        new CertificationWorker(
            clients.requests(),
            new CycleResults(clients.results(), names, stamp),
            request -> job(past.of(request.key()), request),
            topic,
            clock);
    thread = new Thread(worker::work, "certification-worker");
    thread.start();
  }

  /** The next attempt of a cycle, unless the request was answered before. */
  private Optional<CycleJob> job(
      CycleHistory history, ConsumerRecord<String, CertificationRequested> request) {
    String id =
        EventStamp.causeOf(
            request.headers(), request.topic(), request.partition(), request.offset());
    if (!history.allows(id)) {
      return Optional.empty();
    }
    // an attempt that died is known by its progress only, and a view may not have been read yet
    int attempt = Math.max(attempts.applyAsInt(request.key()), history.attempts()) + 1;
    var events = new ProgressEvents(progress, names, request.value(), attempt, clock);
    return Optional.of(
        new CycleJob(request, attempt, certifier, events, settings, clock.instant()));
  }

  @Override
  public String name() {
    return worker.name();
  }

  @Override
  public Condition condition() {
    return worker.condition();
  }

  @Override
  public Map<String, Object> details() {
    return worker.details();
  }

  @Override
  public void close() throws InterruptedException {
    worker.stop();
    thread.join(STOP.toMillis());
    progress.close(Duration.ofSeconds(2));
  }
}
