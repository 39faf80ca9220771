package org.spineregistry.certification.worker;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.spineregistry.service.config.ConfigurationProblem;

/**
 * The certification worker of this process.
 *
 * @param enabled whether this process certifies; further processes take further cycles
 * @param instance distinguishes the transactional ids of several processes
 * @param threads threads of one run
 * @param retries how often a run is tried again when a dependency is at fault, before the worker
 *     stops and liveness fails
 * @param backoff pause before the first retry, doubled each time
 */
@ConfigurationProperties("spine.worker")
public record WorkerSettings(
    @Bindable(defaultValue = "true") boolean enabled,
    @Bindable(defaultValue = "0") String instance,
    @Bindable(defaultValue = "2") int threads,
    @Bindable(defaultValue = "5") int retries,
    @Bindable(defaultValue = "2s") Duration backoff) {
  public WorkerSettings {
    ConfigurationProblem.unless(
        instance.matches("[A-Za-z0-9-]{1,40}"),
        "spine.worker.instance",
        "1 to 40 letters, digits or dashes");
    ConfigurationProblem.unless(
        threads >= 1 && threads <= 64, "spine.worker.threads", "from 1 to 64");
    ConfigurationProblem.unless(retries >= 0, "spine.worker.retries", "at least 0");
    ConfigurationProblem.unless(!backoff.isNegative(), "spine.worker.backoff", "not negative");
  }
}
