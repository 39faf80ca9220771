package org.spineregistry.cli.certify;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.Seeds;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.certify.GenerateRun.Fit;
import org.spineregistry.synthesis.copula.PrivateCopula;
import org.spineregistry.synthesis.copula.StepCopula;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.privacy.PrivacyBudget;
import org.spineregistry.synthesis.random.Seed;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Generates synthetic patients without an audit. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Fits the step copula and generates synthetic patients at once, for a first look, a simulated trial, a test.",
      "Nothing is audited and nothing certified: keep the files as safe as the cohort."
    },
    footer = {
      "",
      "Examples:",
      "  spine generate --input cohort.csv --infer --sizes 100,1000 --out look",
      "  spine generate --input cohort.csv --schema sacroiliac-fusion --sizes 120 \\",
      "      --where \"ageYears>=60\" --balance sex --k-map 0 --out trial",
      "  spine generate --input cohort.csv --schema sacroiliac-fusion --epsilon 3 --out noisy"
    })
public final class GenerateCommand implements Callable<Integer> {
  private static final int MOST_ROWS = 1_000_000;
  private static final int K_MAP = 3;

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE.csv",
      description = "The cohort: UTF-8, commas, a header row, one row a patient.")
  private Path input;

  @Mixin private CohortSource source;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder of the files, new or empty.")
  private Path out;

  @Option(
      names = "--sizes",
      paramLabel = "ROWS",
      split = ",",
      defaultValue = "100,1000,10000",
      description = "Rows of each file. Default: ${DEFAULT-VALUE}.")
  private List<Integer> sizes;

  @Option(
      names = "--where",
      paramLabel = "CONDITIONS",
      defaultValue = "",
      description = {
        "What every row must meet: column=level, column>=number and so on, parted by commas.",
        "At least 5 patients of the cohort must meet it."
      })
  private String where;

  @Option(
      names = "--balance",
      paramLabel = "COL",
      description = "Equal arms: as many rows of each level of this column.")
  private String balance;

  @Option(
      names = "--kappa",
      paramLabel = "K",
      defaultValue = "3",
      description =
          "Evidence that a correlation needs, in standard errors. Default: ${DEFAULT-VALUE}.")
  private double kappa;

  @Option(
      names = "--k-map",
      paramLabel = "N",
      description = {
        "Patients that must share the quasi-identifiers of every row; 0 for no such rule.",
        "Default: 3."
      })
  private Integer kMap;

  @Mixin private PrivacyOptions privacy;

  @Option(
      names = "--seed",
      paramLabel = "HEX",
      description = "Secret seed, 64 hexadecimal digits. Default: a random one that nobody keeps.")
  private String seed;

  @Override
  public Integer call() {
    List<String> problems = new ArrayList<>();
    if (sizes.isEmpty() || sizes.stream().anyMatch(size -> size < 1 || size > MOST_ROWS)) {
      problems.add("--sizes: each from 1 to " + MOST_ROWS);
    }
    if (sizes.stream().distinct().count() != sizes.size()) {
      problems.add("--sizes: each once");
    }
    if (!(kappa >= 0 && kappa <= 100)) {
      problems.add("--kappa: from 0 to 100");
    }
    if (kMap != null && kMap < 0) {
      problems.add("--k-map: not negative");
    }
    Optional<PrivacyBudget> budget = privacy.budget(problems);
    if (privacy.isUsed()) {
      problems.addAll(notPrivate());
    }
    Seed secret = seed(problems);
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
    Fit fit =
        budget.isPresent()
            ? (contract, cohort) ->
                new PrivateCopula(budget.get(), kappa, contract, secret).fit(cohort, "release")
            : (contract, cohort) ->
                new StepCopula(StepOptions.of(kMap == null ? K_MAP : kMap, kappa), contract, secret)
                    .fit(cohort);
    new GenerateRun(input, source, fit, spec.commandLine().getOut())
        .run(sizes, where, balance, out);
    return ExitCode.OK;
  }

  /** The seed, null with a problem. */
  private Seed seed(List<String> problems) {
    try {
      return Seeds.orRandom(seed);
    } catch (UserProblem e) {
      problems.addAll(e.problems());
      return null;
    }
  }

  /** What would read more of the patients than the budget is charged for. */
  private List<String> notPrivate() {
    List<String> problems = new ArrayList<>();
    if (source.isFromData()) {
      problems.add(
          "--epsilon: needs --schema with ranges and levels that were declared without the cohort; those"
              + " of an inferred schema (x-proposed-from-data) are patients'");
    }
    if (kMap != null && kMap > 0) {
      problems.add(
          "--k-map: it looks up patients for every row, which --epsilon does not account for");
    }
    if (!where.isEmpty() || balance != null) {
      problems.add(
          "--where, --balance: they count the patients that are selected, which --epsilon does not"
              + " account for");
    }
    return problems;
  }
}
