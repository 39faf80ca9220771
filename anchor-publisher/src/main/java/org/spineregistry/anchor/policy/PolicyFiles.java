package org.spineregistry.anchor.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.spineregistry.anchor.reward.PolicyProblem;
import org.spineregistry.anchor.reward.RewardPolicies;
import org.spineregistry.service.config.ConfigurationProblem;

/** Reads the configured policy files, and says everything that is wrong with all of them. */
final class PolicyFiles {
  private PolicyFiles() {}

  static List<PolicyDocument> read(List<Path> files) {
    List<PolicyDocument> documents = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files) {
      try {
        documents.add(PolicyDocument.of(Files.readAllBytes(file)));
      } catch (IOException e) {
        problems.add(file + ": cannot be read");
      } catch (PolicyProblem e) {
        e.problems().forEach(problem -> problems.add(file.getFileName() + ": " + problem));
      }
    }
    if (problems.isEmpty()) {
      try {
        RewardPolicies.of(documents.stream().map(PolicyDocument::policy).toList());
        return documents.stream()
            .sorted(Comparator.comparingInt(document -> document.policy().version()))
            .toList();
      } catch (PolicyProblem e) {
        problems.addAll(e.problems());
      }
    }
    throw new ConfigurationProblem(RewardSettings.POLICY_FILES, String.join("\n  ", problems));
  }
}
