package org.spineregistry.anchor.publish;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.Sending;
import org.spineregistry.anchor.protocol.SideBySide;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.service.failure.DeadLetters;
import org.spineregistry.solana.anchor.ComputeBudget;
import org.spineregistry.solana.key.Signer;

/**
 * What a publisher is put together from.
 *
 * @param publisher signs and pays
 * @param budget of each transaction
 */
public record PublisherParts(
    KafkaClients kafka,
    TopicNames names,
    SpineSerdes serdes,
    DeadLetters letters,
    ArtifactStore artifacts,
    Cluster cluster,
    FeePayer payer,
    Signer publisher,
    ComputeBudget budget,
    AnchorSettings settings,
    MeterRegistry metrics,
    Clock clock) {
  /** Calls to an endpoint at a time; public clusters allow 40 connections. */
  private static final int CALLS = 8;

  /** An empty book, to be filled by the publisher. */
  public IntentBook<Tracked> book() {
    return new IntentBook<>(clock, settings.stuckAfter());
  }

  /** A publisher over Kafka, not started. */
  public AnchorPublisher publisher(IntentBook<Tracked> book) {
    PublisherClients clients = new PublisherClients(kafka, metrics);
    return publisher(book, new KafkaIntentLog(clients.log(), kafka, names, serdes), clients);
  }

  /** A publisher over another log. */
  AnchorPublisher publisher(IntentBook<Tracked> book, IntentLog log, PublisherClients clients) {
    SideBySide calls = new SideBySide(CALLS);
    OpenAnchors anchors =
        new OpenAnchors(
            book,
            log,
            cluster,
            new Signing(cluster, payer, publisher, budget, settings.marking(), clock),
            new Sending(cluster, calls, settings.resendInterval(), clock),
            calls,
            new Takeovers(
                new EarlierAnchors(cluster, publisher.address()),
                settings.marking(),
                book,
                log,
                clock),
            new AnchorMetrics(metrics, book, payer, clock),
            clock);
    CompletedCycles input =
        new CompletedCycles(
            clients.completedCycles(),
            List.of(names.of(Topics.CERTIFICATION_COMPLETED), names.of(Topics.ANCHOR_BATCH)),
            new Intake(book, new CertifiedCheck(artifacts), letters, names, serdes, clock),
            log,
            book,
            new InputRetry(settings.retries(), settings.backoff(), clock));
    return new AnchorPublisher(
        input, log, book, anchors, calls, cluster, payer, settings.pollInterval());
  }
}
