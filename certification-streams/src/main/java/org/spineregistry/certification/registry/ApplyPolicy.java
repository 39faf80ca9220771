package org.spineregistry.certification.registry;

import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.header.EventStamp;

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
  private static boolean takesOver(
      Record<String, CertificationPolicy> record, CertificationPolicy inForce) {
    CertificationPolicy policy = record.value();
    String problem = null;
    if (inForce != null && policy.getVersion() <= inForce.getVersion()) {
      problem = "VERSION_NOT_ABOVE";
    } else if (!policy.getCampaignId().equals(record.key())) {
      problem = "KEY_IS_NOT_THE_CAMPAIGN";
    } else {
      try {
        RegistryCount.thresholds(policy);
      } catch (IllegalArgumentException e) {
        problem = "THRESHOLDS";
      }
    }
    if (problem != null) {
      LOGGER
          .atWarn()
          .addKeyValue("campaign", record.key())
          .addKeyValue("version", policy.getVersion())
          .addKeyValue("code", problem)
          .log("policy not taken over");
    }
    return problem == null;
  }
}
