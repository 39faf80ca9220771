package org.spineregistry.certification.registry;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.header.EventStamp;
import org.spineregistry.synthesis.run.EngineLimits;

/**
 * Takes a new policy version over while the topology runs, and asks at once for what the registry
 * has already reached.
 */
final class ApplyPolicy extends RegistryStep<CertificationPolicy> {
  private static final Logger LOGGER = LoggerFactory.getLogger(ApplyPolicy.class);

  ApplyPolicy(EventStamp stamp) {
    super(stamp);
  }

  @Override
  public void process(Record<String, CertificationPolicy> record) {
    RegistrySize size = ledger().size(record.key());
    if (record.value() == null) {
      ledger().policies().delete(record.key());
      size.setPolicyVersion(null);
      size.setNextThreshold(null);
      ledger().changed(size, record);
    } else if (takesOver(record, ledger().policies().get(record.key()))) {
      ledger().policies().put(record.key(), record.value());
      size.setPolicyVersion(null); // evaluated anew
      ledger().changed(size, record);
    }
  }

  /** A version only rises, and a policy that breaks a rule leaves the one in force. */
  private boolean takesOver(
      Record<String, CertificationPolicy> record, CertificationPolicy inForce) {
    Optional<String> problem = problem(record, inForce);
    problem.ifPresent(code -> ignored(record, code));
    return problem.isEmpty();
  }

  private static Optional<String> problem(
      Record<String, CertificationPolicy> record, CertificationPolicy inForce) {
    CertificationPolicy policy = record.value();
    if (inForce != null && policy.getVersion() <= inForce.getVersion()) {
      return Optional.of("VERSION_NOT_ABOVE");
    }
    if (!policy.getCampaignId().equals(record.key())) {
      return Optional.of("KEY_IS_NOT_THE_CAMPAIGN");
    }
    try {
      RegistryCount.thresholds(policy);
    } catch (IllegalArgumentException e) {
      return Optional.of("THRESHOLDS");
    }
    return rules(policy).isEmpty() ? Optional.empty() : Optional.of("NOT_RUNNABLE");
  }

  /** What the engine could only fail on; a failed cycle uses its threshold up. */
  private static List<String> rules(CertificationPolicy policy) {
    return EngineLimits.problems(
        policy.getProfile(), policy.getDatasetSizes(), policy.getAuditRepeats());
  }

  private void ignored(Record<String, CertificationPolicy> record, String code) {
    context()
        .metrics()
        .addRateTotalSensor("policy", code, "ignored", RecordingLevel.INFO, "code", code)
        .record();
    LOGGER
        .atWarn()
        .addKeyValue("campaign", record.key())
        .addKeyValue("version", record.value().getVersion())
        .addKeyValue("code", code)
        .addKeyValue("rules", rules(record.value()))
        .log("policy not taken over");
  }
}
