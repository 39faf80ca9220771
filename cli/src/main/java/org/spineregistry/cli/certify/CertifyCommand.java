package org.spineregistry.cli.certify;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.UserProblem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Certifies a cohort, or repeats what a certificate states. */
@Command(
    name = "certify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Fits a model to a cohort, generates synthetic patients, audits them, and certifies them or"
          + " says why not.",
      "No server is needed and nothing leaves this machine.",
      "",
      "With --replay it fits and generates again what a certificate states, and compares the bytes."
    },
    footer = {
      "",
      "Exit codes: 0 certified (or reproduced), 1 not reproduced, 2 wrong input, 3 refused, 4 not"
          + " certifiable with so few data, 5 engine fault. Only 0 leaves datasets; every run"
          + " leaves report.html.",
      "",
      "Examples:",
      "  spine certify --input cohort.csv --infer --target oswestry12Months --out release",
      "  spine certify --input cohort.csv --schema sacroiliac-fusion --tier PUBLIC --out release",
      "  spine certify --replay release/certificate.json --cohort cohort.csv --seed-file \\",
      "      release/private/seed.hex --cohort-key release/private/cohort-key.hex"
    })
public final class CertifyCommand implements Callable<Integer> {
  private static final Set<String> OF_A_RUN =
      Set.of(
          "--profile",
          "--tier",
          "--sizes",
          "--model",
          "--audit-repeats",
          "--threads",
          "--seed",
          "--signing-key",
          "--publisher",
          "--license");

  @Spec private CommandSpec spec;

  @Option(
      names = {"--input", "--cohort"},
      paramLabel = "FILE.csv",
      description = "The cohort: UTF-8, commas, a header row, one row a patient.")
  private Path input;

  @Mixin private CohortSource source;

  @Option(names = "--out", paramLabel = "DIR", description = "Folder of the release, new or empty.")
  private Path out;

  @Mixin private Profiles profiles;
  @Mixin private RunSecrets secrets;

  @Option(
      names = "--publisher",
      paramLabel = "NAME",
      defaultValue = "unnamed registry",
      description = "Organisation that releases, for the metadata.")
  private String publisher;

  @Option(
      names = "--license",
      paramLabel = "URL",
      defaultValue = "urn:spine-registry:terms",
      description = "Terms under which the datasets are given away, for the metadata.")
  private String license;

  /** Known only to be refused in words: whoever selects rows looks for {@code generate}. */
  @Option(
      names = {"--where", "--balance"},
      hidden = true)
  private List<String> selection = List.of();

  @ArgGroup(exclusive = false, heading = "%nReplay:%n")
  private ReplayOptions replay;

  /** What a repetition needs. */
  static final class ReplayOptions {
    @Option(
        names = "--replay",
        required = true,
        paramLabel = "CERTIFICATE",
        description = "Certificate whose datasets are made again.")
    private Path certificate;

    @Option(
        names = "--seed-file",
        required = true,
        paramLabel = "FILE",
        description = {
          "Seed of the run, mode 600; of a cycle of the registry also the worker's master seed."
        })
    private Path seed;

    Path certificate() {
      return certificate;
    }

    Path seed() {
      return seed;
    }
  }

  /** Options that say how to make a release; of a repetition the certificate says it. */
  private void requireReplayOptions() {
    List<String> problems =
        spec.commandLine().getParseResult().matchedOptionsSet().stream()
            .map(option -> option.longestName())
            .filter(OF_A_RUN::contains)
            .map(
                name ->
                    name + ": has no meaning with --replay, the certificate states what to repeat")
            .sorted()
            .toList();
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
  }

  @Override
  public Integer call() {
    if (!selection.isEmpty()) {
      throw UserProblem.input(
          "--where, --balance: belong to spine generate, which audits nothing; certify judges whole"
              + " cohorts");
    }
    if (input == null) {
      throw UserProblem.input("--input FILE.csv: the cohort is needed");
    }
    if (replay != null) {
      requireReplayOptions();
      source.otherwise(replay.seed().resolveSibling("schema.avsc"));
      return new Replay(
              input, source, replay, secrets.cohortKey(), out, spec.commandLine().getOut())
          .run();
    }
    if (out == null) {
      throw UserProblem.input("--out DIR: a folder for the release is needed");
    }
    CertifyRun run =
        new CertifyRun(input, source, profiles.settings(), secrets, spec.commandLine().getOut());
    return ExitCode.of(run.run(out, publisher, license));
  }
}
