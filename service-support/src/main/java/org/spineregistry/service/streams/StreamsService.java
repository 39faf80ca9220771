package org.spineregistry.service.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.spineregistry.service.health.Component;
import org.spineregistry.service.health.Condition;

/**
 * A Kafka Streams application in this process: started once, watched by health and metrics, stopped
 * with the service.
 */
public final class StreamsService implements Component, AutoCloseable {
  private static final Duration CLOSE = Duration.ofSeconds(20);

  private final String name;
  private final KafkaStreams streams;
  private final ThreadReplacement replacement;
  private final KafkaStreamsMetrics metrics;

  /**
   * @param name name in health answers
   * @param properties complete properties, see {@link StreamsProperties}
   */
  public StreamsService(
      String name,
      Topology topology,
      Properties properties,
      StreamsSettings settings,
      MeterRegistry registry) {
    this.name = name;
    this.streams = new KafkaStreams(topology, properties);
    this.replacement =
        new ThreadReplacement(settings.retries(), settings.backoff(), Clock.systemUTC());
    streams.setUncaughtExceptionHandler(replacement);
    this.metrics = new KafkaStreamsMetrics(streams);
    metrics.bindTo(registry);
  }

  public void start() {
    streams.start();
  }

  /** The application, for interactive queries. */
  public KafkaStreams streams() {
    return streams;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Condition condition() {
    State state = streams.state();
    return switch (state) {
      case RUNNING -> replacement.recently() ? Condition.RETRYING : Condition.WORKING;
      case CREATED, REBALANCING -> replacement.recently() ? Condition.RETRYING : Condition.STARTING;
      case PENDING_SHUTDOWN -> Condition.STARTING;
      case PENDING_ERROR, ERROR, NOT_RUNNING -> Condition.FAILED;
    };
  }

  @Override
  public Map<String, Object> details() {
    Map<String, Object> details = new LinkedHashMap<>();
    details.put("state", streams.state().name());
    details.put("failures", replacement.failures());
    details.put("restoring", StoreLag.recordsLeft(streams));
    return details;
  }

  @Override
  public void close() {
    metrics.close();
    // whoever starts next, this process included, must not wait for the end of this one's session
    streams.close(
        CloseOptions.timeout(CLOSE)
            .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
  }
}
