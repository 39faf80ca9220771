package org.spineregistry.anchor.policy;

import java.nio.charset.StandardCharsets;
import org.spineregistry.anchor.reward.PolicyProblem;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.policy.PolicyReader;
import org.spineregistry.event.RewardPolicyPublished;
import org.spineregistry.service.artifact.Sha256;

/**
 * A version of the policy as somebody wrote it.
 *
 * @param text JSON
 */
public record PolicyDocument(RewardPolicy policy, String text) {

  /**
   * @throws PolicyProblem with every field that breaks a rule
   */
  public static PolicyDocument of(byte[] json) {
    return new PolicyDocument(PolicyReader.read(json), new String(json, StandardCharsets.UTF_8));
  }

  /** As it is published. */
  public RewardPolicyPublished event() {
    return RewardPolicyPublished.newBuilder()
        .setPolicyId(policy.policyId())
        .setVersion(policy.version())
        .setDocument(text)
        .setSha256(Sha256.hex(text.getBytes(StandardCharsets.UTF_8)))
        .build();
  }
}
