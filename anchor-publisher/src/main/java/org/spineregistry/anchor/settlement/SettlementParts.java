package org.spineregistry.anchor.settlement;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.spineregistry.anchor.cluster.Cluster;
import org.spineregistry.anchor.cluster.FeePayer;
import org.spineregistry.anchor.protocol.IntentBook;
import org.spineregistry.anchor.protocol.Sending;
import org.spineregistry.anchor.protocol.SideBySide;
import org.spineregistry.anchor.settlement.plan.Dues;
import org.spineregistry.schemas.serde.SpineSerdes;
import org.spineregistry.schemas.topic.TopicNames;
import org.spineregistry.service.config.KafkaClients;
import org.spineregistry.solana.key.Signer;
import org.spineregistry.solana.token.MintReader;

/**
 * What a payer is put together from.
 *
 * @param payer signs, pays fees and owns the account that pays
 * @param fees of the payer's wallet
 * @param unitPrice micro-lamports for a compute unit
 * @param pollInterval pause between two looks at open batches
 * @param resendInterval pause before the same bytes are sent again
 */
public record SettlementParts(
    KafkaClients kafka,
    TopicNames names,
    SpineSerdes serdes,
    Cluster cluster,
    FeePayer fees,
    Signer payer,
    int unitPrice,
    SettlementSettings settings,
    Duration pollInterval,
    Duration resendInterval,
    MeterRegistry metrics,
    Clock clock) {
  /** Calls to an endpoint at a time. */
  private static final int CALLS = 4;

  /** A payer that is off: gauges that stay zero, so that nothing is missing. */
  public static Settlements off(MeterRegistry metrics, Clock clock) {
    IntentBook<Batch> empty = new IntentBook<>(clock, Duration.ofDays(1));
    new SettlementMetrics(metrics, empty, () -> 0, () -> false, clock);
    return new Settlements(empty);
  }

  /** A payer over Kafka, not started. */
  public Settlements settlements() {
    return settlements(new KafkaSettlementLog(producer(), kafka, names, serdes));
  }

  /** A payer over another log. */
  Settlements settlements(SettlementLog log) {
    Path wallets = settings.walletsFile();
    Dues dues = new Dues();
    SettlementInput input = new SettlementInput(consumer(), names, serdes, dues);
    IntentBook<Batch> book = new IntentBook<>(clock, settings.stuckAfter());
    Treasury treasury =
        new Treasury(
            cluster, settings.mintAddress(), payer.address(), new MintReader(settings.accepted()));
    Planner planner =
        new Planner(
            dues,
            input::current,
            book,
            treasury,
            new EarlierPayments(cluster, payer.address(), settings.sinceSlot()),
            new Packing(payer, settings.batchSize()),
            wallets,
            settings.waitTime(),
            clock);
    PayoutSigning signing = new PayoutSigning(cluster, fees, payer, unitPrice, book, clock);
    SideBySide calls = new SideBySide(CALLS);
    SettlementMetrics watched =
        new SettlementMetrics(
            metrics,
            book,
            () -> planner.waiting().size(),
            () -> !planner.obstacle().isEmpty() || !signing.obstacle().isEmpty() || fees.poor(),
            clock);
    OpenSettlements open =
        new OpenSettlements(
            book,
            log,
            cluster,
            new Sending(cluster, calls, resendInterval, clock),
            calls,
            treasury,
            planner,
            signing,
            watched,
            clock);
    return new Settlements(
        book,
        planner,
        new SettlementPublisher(
            input,
            log,
            book,
            open,
            treasury,
            planner,
            signing,
            calls,
            cluster,
            fees,
            pollInterval));
  }

  private Consumer<String, byte[]> consumer() {
    KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            kafka.consumer(), new StringDeserializer(), new ByteArrayDeserializer());
    new KafkaClientMetrics(consumer).bindTo(metrics);
    return consumer;
  }

  /** One id in an installation: a newer process fences the older. */
  Producer<byte[], byte[]> producer() {
    KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            kafka.transactionalProducer(KafkaSettlementLog.TRANSACTIONAL_ID),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    new KafkaClientMetrics(producer).bindTo(metrics);
    return producer;
  }
}
