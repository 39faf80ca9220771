package org.spineregistry.certification.worker;

import static org.spineregistry.schemas.topic.Topics.CERTIFICATION_PROGRESS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.spineregistry.event.CertificationProgress;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.schemas.topic.TopicNames;

/** Publishes progress, at most a few times a second: people look at it, nothing depends on it. */
final class ProgressEvents implements CycleProgress {
  private static final Duration INTERVAL = Duration.ofMillis(250);

  private final Producer<String, CertificationProgress> producer;
  private final TopicNames names;
  private final CertificationRequested request;
  private final int attempt;
  private final Clock clock;
  private String lastStage = "";
  private Instant last = Instant.MIN;

  ProgressEvents(
      Producer<String, CertificationProgress> producer,
      TopicNames names,
      CertificationRequested request,
      int attempt,
      Clock clock) {
    this.producer = producer;
    this.names = names;
    this.request = request;
    this.attempt = attempt;
    this.clock = clock;
  }

  @Override
  public synchronized void report(String stage, double fraction, String message) {
    Instant now = clock.instant();
    if (stage.equals(lastStage) && now.isBefore(last.plus(INTERVAL))) {
      return;
    }
    lastStage = stage;
    last = now;
    CertificationProgress event =
        CertificationProgress.newBuilder()
            .setCycleId(request.getCycleId())
            .setCampaignId(request.getCampaignId())
            .setAttempt(attempt)
            .setStage(stage)
            .setFraction(Math.min(1, Math.max(0, fraction)))
            .setMessage(message)
            .setAt(now)
            .build();
    producer.send(
        new ProducerRecord<>(
            names.of(CERTIFICATION_PROGRESS),
            null,
            now.toEpochMilli(),
            request.getCycleId(),
            event));
  }
}
