package org.spineregistry.cli.cycle;

import java.time.Instant;
import java.util.UUID;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.topics.Installation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What an operator can ask of a certification cycle. */
@Command(
    name = "cycle",
    mixinStandardHelpOptions = true,
    description = "Runs a failed certification cycle again.")
public final class CycleCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "retry is needed");
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = {
        "Asks for one more attempt of a cycle whose latest result is FAILED: the same cohort, profile and sizes.",
        "A cycle that was certified or refused never runs again; exit code 2."
      })
  int retry(
      @Parameters(paramLabel = "CYCLE_ID", description = "The cycle, as its row names it.")
          UUID cycle,
      @Mixin Installation installation)
      throws InterruptedException {
    CycleLog log = new CycleLog(installation);
    Retry retry = Retry.of(cycle, log.events(cycle.toString()), Instant.now());
    log.publish(retry);
    spec.commandLine().getOut().println(retry.sentence());
    return ExitCode.OK;
  }
}
