package org.spineregistry.anchor.policy;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.util.List;
import org.spineregistry.service.config.ConfigurationProblem;

/**
 * Payout decisions.
 *
 * @param policyFiles one file a version, all versions that ever decided, so that a replay decides
 *     the same
 */
@ConfigurationProperties("spine.rewards")
public record RewardSettings(@Bindable(defaultValue = "") List<String> policyFiles) {
  static final String POLICY_FILES = "spine.rewards.policy-files";

  public RewardSettings {
    policyFiles = policyFiles.stream().filter(file -> !file.isBlank()).map(String::strip).toList();
    ConfigurationProblem.unless(
        !policyFiles.isEmpty(),
        POLICY_FILES,
        "at least one policy file, several separated by commas");
  }

  /**
   * All versions, the first one first.
   *
   * @throws ConfigurationProblem with everything that is wrong with all of the files
   */
  public List<PolicyDocument> documents() {
    return PolicyFiles.read(policyFiles.stream().map(Path::of).toList());
  }
}
