package org.spineregistry.anchor.payout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spineregistry.anchor.reward.PolicyProblem;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.anchor.reward.RewardPolicy;
import org.spineregistry.anchor.reward.policy.PolicyReader;
import org.spineregistry.service.config.ConfigurationProblem;

/** Reads the configured policy files, and says everything that is wrong with all of them. */
final class PolicyFiles {
  private PolicyFiles() {}

  static RewardPolicies read(List<Path> files) {
    List<RewardPolicy> policies = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        policies.add(PolicyReader.read(Files.readAllBytes(file)));
      } catch (IOException e) {
        problems.add(file + ": cannot be read");
      } catch (PolicyProblem e) {
        e.problems().forEach(problem -> problems.add(file.getFileName() + ": " + problem));
      }
    }
    if (problems.isEmpty()) {
      try {
        return RewardPolicies.of(policies);
      } catch (PolicyProblem e) {
        problems.addAll(e.problems());
      }
    }
    throw new ConfigurationProblem(RewardSettings.POLICY_FILES, String.join("\n  ", problems));
  }
}
