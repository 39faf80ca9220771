package org.spineregistry.cli.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.topics.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says when and how a campaign is certified. */
@Command(
    name = "policy",
    mixinStandardHelpOptions = true,
    description = "Publishes when and how a campaign is certified.")
public final class PolicyCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "apply is needed");
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description = {
        "Checks a policy and publishes it. Cycles that were requested before keep the policy that asked for them.",
        "The same policy again changes nothing; another one needs a higher version."
      })
  int apply(
      @Parameters(
              paramLabel = "FILE.json",
              description = {
                "For example",
                "{\"campaignId\": \"sacroiliac-fusion\", \"version\": 1,",
                " \"thresholds\": [125, 250, 370], \"growthFactor\": \"1.5\",",
                " \"profile\": \"published-2026\",",
                " \"datasetSizes\": [100, 1000, 10000], \"auditRepeats\": 2}"
              })
          Path file,
      @Mixin Installation installation)
      throws InterruptedException {
    PolicyChange change =
        PolicyChange.of(PolicyFile.read(bytes(file)), new PolicyLog(installation));
    spec.commandLine().getOut().println(change.apply());
    return ExitCode.OK;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw UserProblem.input(file + ": cannot be read");
    }
  }
}
