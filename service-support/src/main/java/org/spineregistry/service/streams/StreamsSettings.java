package org.spineregistry.service.streams;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import org.spineregistry.service.config.ConfigurationProblem;

/**
 * Kafka Streams in this process.
 *
 * @param stateDir folder of the state stores; local copies that the broker's changelogs can rebuild
 * @param threads stream threads
 * @param replication copies of internal topics
 * @param retries how often a failed thread is replaced before the service stops and liveness fails
 * @param backoff pause before the first replacement, doubled each time
 */
@ConfigurationProperties("spine.streams")
public record StreamsSettings(
    @Bindable(defaultValue = "state") String stateDir,
    @Bindable(defaultValue = "1") int threads,
    @Bindable(defaultValue = "1") int replication,
    @Bindable(defaultValue = "8") int retries,
    @Bindable(defaultValue = "1s") Duration backoff) {
  public StreamsSettings {
    ConfigurationProblem.unless(!stateDir.isBlank(), "spine.streams.state-dir", "a folder");
    ConfigurationProblem.unless(threads > 0, "spine.streams.threads", "at least 1");
    ConfigurationProblem.unless(replication > 0, "spine.streams.replication", "at least 1");
    ConfigurationProblem.unless(retries >= 0, "spine.streams.retries", "at least 0");
    ConfigurationProblem.unless(!backoff.isNegative(), "spine.streams.backoff", "not negative");
  }

  public Path stateFolder() {
    return Path.of(stateDir);
  }
}
