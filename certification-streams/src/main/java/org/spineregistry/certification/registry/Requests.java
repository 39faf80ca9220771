package org.spineregistry.certification.registry;

import java.time.Instant;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CertificationTrigger;
import org.spineregistry.event.RegistrySize;
import org.spineregistry.schemas.id.SpineIds;

/** Makes certification requests that carry all that the worker needs. */
final class Requests {
  private Requests() {}

  /**
   * @param size registry at the moment of the request
   * @param ordinalLimit bounds the cohort, which therefore has as many members as the threshold
   *     says, however many cases were withdrawn before
   */
  static CertificationRequested of(
      RegistrySize size,
      CertificationPolicy policy,
      long threshold,
      long ordinalLimit,
      String causeId,
      Instant time) {
    String campaign = size.getCampaignId();
    return CertificationRequested.newBuilder()
        .setCycleId(SpineIds.cycle(campaign, policy.getVersion(), threshold).toString())
        .setCampaignId(campaign)
        .setPolicyVersion(policy.getVersion())
        .setTrigger(CertificationTrigger.THRESHOLD)
        .setThreshold(threshold)
        .setCases(size.getCases())
        .setOrdinalLimit(ordinalLimit)
        .setProfile(policy.getProfile())
        .setDatasetSizes(policy.getDatasetSizes())
        .setAuditRepeats(policy.getAuditRepeats())
        .setCauseId(causeId)
        .setRequestedAt(time)
        .build();
  }
}
