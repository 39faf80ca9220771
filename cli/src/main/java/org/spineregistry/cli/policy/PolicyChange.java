package org.spineregistry.cli.policy;

import java.util.Optional;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.event.CertificationPolicy;

/**
 * A policy that is to be in force, beside the one that is.
 *
 * @param inForce empty for the first policy of a campaign
 */
record PolicyChange(
    CertificationPolicy wanted, Optional<CertificationPolicy> inForce, PolicyLog log) {

  static PolicyChange of(CertificationPolicy wanted, PolicyLog log) {
    return new PolicyChange(wanted, log.latest(wanted.getCampaignId()), log);
  }

  /**
   * Publishes the policy unless it is in force already.
   *
   * @return what was done, as a sentence
   * @throws UserProblem when another policy has this version or a higher one
   */
  String apply() throws InterruptedException {
    String name = wanted.getCampaignId() + " version " + wanted.getVersion();
    if (inForce.filter(wanted::equals).isPresent()) {
      return "nothing to do: policy of " + name + " is in force";
    }
    int last = inForce.map(CertificationPolicy::getVersion).orElse(0);
    if (wanted.getVersion() <= last) {
      throw UserProblem.input(
          "version: another policy of %s has version %d; a new one needs %d or more"
              .formatted(wanted.getCampaignId(), last, last + 1));
    }
    log.publish(wanted);
    return "published the policy of " + name;
  }
}
