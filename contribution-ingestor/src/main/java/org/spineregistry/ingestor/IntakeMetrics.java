package org.spineregistry.ingestor;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Optional;
import org.spineregistry.ingestor.check.Verdict;
import org.spineregistry.ingestor.code.IntakeCode;

/**
 * Counts submissions and identifier hits. Labels come from closed lists: no id of a case, site or
 * contributor.
 */
public final class IntakeMetrics {
  private final MeterRegistry registry;

  public IntakeMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /**
   * One submission; the code is that of its first finding, so that the sum over codes counts
   * submissions.
   */
  public void decided(Verdict verdict) {
    String code = verdict.findings().isEmpty() ? "none" : verdict.findings().get(0).code();
    count(verdict.naming().campaignId(), verdict.outcome().name(), code);
    verdict
        .detectors()
        .forEach(
            detector ->
                registry.counter("spine.identifier.hits", "detector", detector.name()).increment());
  }

  /**
   * One submission by REST that was no JSON. On Kafka it would be a dead letter, which has a metric
   * of its own.
   */
  public void unreadable(IntakeCode code) {
    count(Optional.empty(), "REJECTED", code.name());
  }

  /** One withdrawal that took effect. */
  public void withdrawn(Optional<String> campaignId) {
    count(campaignId, "WITHDRAWN", "none");
  }

  private void count(Optional<String> campaignId, String outcome, String code) {
    registry
        .counter(
            "spine.cases",
            "campaign",
            campaignId.orElse("unknown"),
            "outcome",
            outcome.toLowerCase(Locale.ROOT),
            "code",
            code)
        .increment();
  }
}
