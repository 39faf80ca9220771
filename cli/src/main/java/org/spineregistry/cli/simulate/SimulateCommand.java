package org.spineregistry.cli.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.Seeds;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a simulated cohort. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description = {
      "Writes a simulated cohort as CSV: published marginals and a factor model, no patient.",
      "The ids of its sites begin with 'simsite-'. Never evidence."
    })
public final class SimulateCommand implements Callable<Integer> {
  private static final int MOST = 1_000_000;

  @Spec private CommandSpec spec;

  @Option(
      names = "--campaign",
      paramLabel = "ID",
      defaultValue = "sacroiliac-fusion",
      description = "sacroiliac-fusion or lumbar-fusion. Default: ${DEFAULT-VALUE}.")
  private String campaign;

  @Option(
      names = "--size",
      paramLabel = "N",
      defaultValue = "370",
      description = "Number of cases. Default: ${DEFAULT-VALUE}.")
  private int size;

  @Option(
      names = "--seed",
      paramLabel = "HEX",
      required = true,
      description = "32 bytes, 64 hexadecimal digits: the same seed gives the same file.")
  private String seed;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "File to write. Default: standard output.")
  private Path output;

  @Override
  public Integer call() {
    if (!SimulatedCohort.campaigns().contains(campaign)) {
      throw UserProblem.input("--campaign: one of " + SimulatedCohort.campaigns());
    }
    if (size < 1 || size > MOST) {
      throw UserProblem.input("--size: from 1 to " + MOST);
    }
    DataDictionary dictionary = Campaigns.fromClasspath().byId(campaign).orElseThrow();
    String csv = new CohortCsv(dictionary).of(SimulatedCohort.of(dictionary, size, Seeds.of(seed)));
    write(csv);
    return ExitCode.OK;
  }

  private void write(String csv) {
    if (output == null) {
      spec.commandLine().getOut().print(csv);
      spec.commandLine().getOut().flush();
      return;
    }
    try {
      Files.writeString(output, csv);
    } catch (IOException e) {
      throw UserProblem.input(output + ": cannot be written");
    }
  }
}
