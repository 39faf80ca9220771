package org.spineregistry.cli.topics;

import java.io.PrintWriter;
import java.util.List;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.schemas.plan.Difference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Installs the contract: topics on the broker, schemas in the registry. */
@Command(
    name = "topics",
    mixinStandardHelpOptions = true,
    description =
        "Compares topics and schemas of an installation with the declared ones, and applies them.")
public final class TopicsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "plan, apply or check is needed");
  }

  @Command(
      name = "plan",
      mixinStandardHelpOptions = true,
      description = "Shows what apply would do. Exit code 1 when there is something to do.")
  int plan(@Mixin Installation installation) throws InterruptedException {
    try (Contract contract = new Contract(installation)) {
      List<Difference> differences = contract.differences();
      differences.forEach(
          d -> out().println((d.kind().mendable() ? "would mend " : "cannot mend ") + d));
      return sum(differences, "nothing to do");
    }
  }

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Changes nothing. Exit code 1 when the installation differs from the contract.")
  int check(@Mixin Installation installation) throws InterruptedException {
    try (Contract contract = new Contract(installation)) {
      List<Difference> differences = contract.differences();
      differences.forEach(out()::println);
      return sum(differences, "all topics and schemas are as declared");
    }
  }

  @Command(
      name = "apply",
      mixinStandardHelpOptions = true,
      description = {
        "Creates missing topics and schemas, corrects settings.",
        "Exit code 1 when something is left that cannot be mended in place."
      })
  int apply(
      @Mixin Installation installation,
      @Option(
              names = "--replication",
              paramLabel = "N",
              defaultValue = "1",
              description =
                  "Copies of each partition, at most the number of brokers. Default: ${DEFAULT-VALUE}.")
          short replication)
      throws InterruptedException {
    if (replication < 1) {
      throw new ParameterException(spec.commandLine(), "--replication: at least 1");
    }
    try (Contract contract = new Contract(installation)) {
      List<Difference> before = contract.differences();
      List<Difference> after = contract.apply(replication);
      before.stream().filter(d -> !after.contains(d)).forEach(d -> out().println("mended " + d));
      after.forEach(d -> out().println("left " + d));
      return sum(after, "all topics and schemas are as declared");
    }
  }

  private int sum(List<Difference> differences, String none) {
    out()
        .println(
            differences.isEmpty()
                ? none
                : differences.size() + (differences.size() == 1 ? " difference" : " differences"));
    return differences.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
