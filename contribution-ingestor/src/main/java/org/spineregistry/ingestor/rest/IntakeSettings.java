package org.spineregistry.ingestor.rest;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import org.spineregistry.service.config.ConfigurationProblem;

/**
 * Limits of intake.
 *
 * @param maxCaseBytes largest case, as JSON or Avro
 * @param maxBodyBytes largest body of a bulk request
 * @param maxLines most lines of a bulk request
 * @param maxInFlight cases of one bulk request that wait for their answer at the same time
 * @param maxBulkRequests bulk requests at the same time
 * @param answerTimeout how long a request waits for Kafka
 */
@ConfigurationProperties("spine.intake")
public record IntakeSettings(
    @Bindable(defaultValue = "65536") int maxCaseBytes,
    @Bindable(defaultValue = "33554432") int maxBodyBytes,
    @Bindable(defaultValue = "20000") int maxLines,
    @Bindable(defaultValue = "1000") int maxInFlight,
    @Bindable(defaultValue = "4") int maxBulkRequests,
    @Bindable(defaultValue = "10s") Duration answerTimeout) {
  public IntakeSettings {
    positive(maxCaseBytes, "max-case-bytes");
    positive(maxBodyBytes, "max-body-bytes");
    positive(maxLines, "max-lines");
    positive(maxInFlight, "max-in-flight");
    positive(maxBulkRequests, "max-bulk-requests");
    ConfigurationProblem.unless(
        answerTimeout.toMillis() >= 1000, "spine.intake.answer-timeout", "at least 1s");
  }

  private static void positive(int value, String key) {
    ConfigurationProblem.unless(value > 0, "spine.intake." + key, "at least 1");
  }
}
