package org.spineregistry.cli.certify;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.Seeds;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.rigorous.Tier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges synthetic patients that somebody else generated. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Judges synthetic patients that somebody else generated, by the gates that need no model.",
      "It needs patients that the generator never saw: without them a copy cannot be told from a good generator.",
      "The result is a report, never a certificate."
    },
    footer = {
      "",
      "Exit codes: 0 all deciding gates passed, 2 wrong input, 3 at least one failed, 4 none failed but the tables"
          + " are too small for one, 5 engine fault.",
      "",
      "Example:",
      "  spine evaluate --real train.csv --holdout aside.csv --synthetic made.csv --infer --out judged"
    })
public final class EvaluateCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--real",
      required = true,
      paramLabel = "R.csv",
      description = "Patients that the generator was fitted on.")
  private Path real;

  @Option(
      names = "--holdout",
      required = true,
      paramLabel = "H.csv",
      description = "Patients that it never saw.")
  private Path holdout;

  @Option(
      names = "--synthetic",
      required = true,
      paramLabel = "S.csv",
      description = "What it generated.")
  private Path synthetic;

  @Mixin private CohortSource source;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the report, new or empty.")
  private Path out;

  @Option(
      names = "--tier",
      paramLabel = "T",
      defaultValue = "CONTROLLED",
      description = "Bounds: CONTROLLED or PUBLIC. Default: ${DEFAULT-VALUE}.")
  private String tier;

  @Option(
      names = "--promises-k",
      description = {
        "The generator promises that no row shows what fewer than k patients share:",
        "a single such row then fails, instead of more of them than among the patients kept aside."
      })
  private boolean promisesK;

  @Option(
      names = "--seed",
      paramLabel = "HEX",
      description =
          "Seed of bootstrap, attacks and controls, 64 hexadecimal digits. Default: random.")
  private String seed;

  @Override
  public Integer call() {
    if (!List.of("CONTROLLED", "PUBLIC").contains(tier.toUpperCase(Locale.ROOT))) {
      throw UserProblem.input("--tier: CONTROLLED or PUBLIC");
    }
    Seed chosen = Seeds.orRandom(seed);
    EvaluateRun run =
        new EvaluateRun(
            source,
            Tier.valueOf(tier.toUpperCase(Locale.ROOT)),
            promisesK,
            chosen,
            spec.commandLine().getOut());
    return ExitCode.of(run.run(real, holdout, synthetic, out));
  }
}
