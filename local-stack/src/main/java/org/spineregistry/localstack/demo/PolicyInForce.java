package org.spineregistry.localstack.demo;

import java.util.List;
import java.util.Optional;
import org.spineregistry.cli.policy.PolicyLog;
import org.spineregistry.event.CertificationPolicy;

/**
 * Puts the thresholds of a run in force; the same ones at a later start change nothing, so that no
 * cycle gets a second identity.
 */
final class PolicyInForce {
  private static final List<Integer> SIZES = List.of(100, 1_000, 10_000);
  private static final int AUDIT_REPEATS = 2;

  private final PolicyLog log;
  private final String profile;

  /**
   * @param profile gate profile of every cycle
   */
  PolicyInForce(PolicyLog log, String profile) {
    this.log = log;
    this.profile = profile;
  }

  /**
   * @return version in force
   */
  int ensure(String campaignId, List<Long> thresholds) throws InterruptedException {
    Optional<CertificationPolicy> latest = log.latest(campaignId);
    int version = latest.map(CertificationPolicy::getVersion).orElse(0);
    if (latest.filter(p -> p.equals(policy(campaignId, version, thresholds))).isPresent()) {
      return version;
    }
    log.publish(policy(campaignId, version + 1, thresholds));
    return version + 1;
  }

  private CertificationPolicy policy(String campaignId, int version, List<Long> thresholds) {
    return CertificationPolicy.newBuilder()
        .setCampaignId(campaignId)
        .setVersion(version)
        .setThresholds(thresholds)
        .setGrowthFactor(null)
        .setProfile(profile)
        .setDatasetSizes(SIZES)
        .setAuditRepeats(AUDIT_REPEATS)
        .build();
  }
}
