package org.spineregistry.certification.registry;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import org.spineregistry.certification.threshold.Thresholds;
import org.spineregistry.event.CertificationPolicy;
import org.spineregistry.event.RegistrySize;

/**
 * The arithmetic of a campaign's size: ordinals rise and are never used again, a threshold is
 * requested once.
 */
final class RegistryCount {
  private RegistryCount() {}

  /** A campaign without cases and without a policy. */
  static RegistrySize empty(String campaignId) {
    return RegistrySize.newBuilder()
        .setCampaignId(campaignId)
        .setCases(0)
        .setLastOrdinal(0)
        .setLastRequestedThreshold(null)
        .setNextThreshold(null)
        .setLastCertifiedSize(null)
        .setPolicyVersion(null)
        .build();
  }

  /** One case more; its ordinal is the new {@code lastOrdinal}. */
  static void join(RegistrySize size) {
    size.setCases(size.getCases() + 1);
    size.setLastOrdinal(size.getLastOrdinal() + 1);
  }

  /** One case less; its ordinal stays used. */
  static void leave(RegistrySize size) {
    size.setCases(size.getCases() - 1);
  }

  /** A larger certified cohort. */
  static void certified(RegistrySize size, long cohort) {
    Long last = size.getLastCertifiedSize();
    size.setLastCertifiedSize(last == null ? cohort : Math.max(last, cohort));
  }

  /**
   * Thresholds to request now, marked as requested.
   *
   * @param policy policy in force, or null
   * @return rising; usually empty or one
   */
  static List<Long> request(RegistrySize size, CertificationPolicy policy) {
    if (policy == null) {
      return List.of();
    }
    Thresholds thresholds = thresholds(policy);
    Long last = size.getLastRequestedThreshold();
    List<Long> reached = thresholds.reached(last == null ? 0 : last, size.getCases());
    if (!reached.isEmpty()) {
      size.setLastRequestedThreshold(reached.get(reached.size() - 1));
    }
    // a size that fell again does not ask twice
    long floor = Math.max(size.getCases(), last == null ? 0 : last);
    OptionalLong next = thresholds.after(floor);
    size.setNextThreshold(next.isPresent() ? next.getAsLong() : null);
    size.setPolicyVersion(policy.getVersion());
    return reached;
  }

  /**
   * @throws IllegalArgumentException naming the rule, when the policy breaks one
   */
  static Thresholds thresholds(CertificationPolicy policy) {
    String factor = policy.getGrowthFactor();
    return new Thresholds(policy.getThresholds(), factor == null ? null : new BigDecimal(factor));
  }
}
