package org.spineregistry.anchor.payout;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.spineregistry.anchor.reward.PolicyProblem;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.policy.PolicyReader;
import org.spineregistry.event.RewardPolicyPublished;

/** All versions of the policy that were published, as decisions need them. */
final class PolicyBook {
  private final KeyValueStore<Integer, String> documents;
  private RewardPolicies policies;

  PolicyBook(ProcessorContext<?, ?> context) {
    documents = context.getStateStore(RewardStores.POLICIES);
  }

  /**
   * Takes a version; one that is known already changes nothing.
   *
   * @return why it is none: a code; empty when it is
   */
  Optional<String> publish(RewardPolicyPublished published) {
    String known = documents.get(published.getVersion());
    if (known != null) {
      return known.equals(published.getDocument())
          ? Optional.empty()
          : Optional.of("POLICY_CHANGED");
    }
    try {
      RewardPolicy policy = read(published.getDocument());
      if (policy.version() != published.getVersion()
          || !policy.policyId().equals(published.getPolicyId())) {
        return Optional.of("POLICY_OTHER");
      }
      policies = RewardPolicies.of(with(policy));
    } catch (PolicyProblem e) {
      return Optional.of("POLICY_MALFORMED"); // the operator's start names the fields
    }
    documents.put(published.getVersion(), published.getDocument());
    return Optional.empty();
  }

  RewardPolicies policies() {
    if (policies == null) {
      List<RewardPolicy> versions = versions();
      policies = versions.isEmpty() ? RewardPolicies.NONE : RewardPolicies.of(versions);
    }
    return policies;
  }

  private List<RewardPolicy> with(RewardPolicy policy) {
    List<RewardPolicy> versions = versions();
    versions.add(policy);
    return versions;
  }

  private List<RewardPolicy> versions() {
    List<RewardPolicy> versions = new ArrayList<>();
    try (KeyValueIterator<Integer, String> all = documents.all()) {
      all.forEachRemaining(version -> versions.add(read(version.value)));
    }
    return versions;
  }

  private static RewardPolicy read(String document) {
    return PolicyReader.read(document.getBytes(StandardCharsets.UTF_8));
  }
}
