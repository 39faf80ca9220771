package org.spineregistry.cli.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.synthesis.published.PublishedProfile;
import org.spineregistry.synthesis.run.EngineLimits;
import org.spineregistry.synthesis.run.ModelKind;
import org.spineregistry.synthesis.run.RunSettings;
import picocli.CommandLine.Option;

/** What a run is asked to do. */
final class Profiles {
  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "rigorous",
      description = "rigorous or published-2026. Default: ${DEFAULT-VALUE}.")
  private String profile;

  @Option(
      names = "--tier",
      paramLabel = "T",
      description = {
        "Who may get the release, and with it the bounds of rigorous:",
        "CONTROLLED (known recipients under an agreement, the default) or PUBLIC (anybody)."
      })
  private String tier;

  @Option(
      names = "--sizes",
      paramLabel = "ROWS",
      split = ",",
      defaultValue = "100,1000,10000",
      description = "Rows of each dataset, rising. Default: ${DEFAULT-VALUE}.")
  private List<Integer> sizes;

  @Option(
      names = "--model",
      paramLabel = "M",
      description = {
        "step-copula (default of rigorous) or classic (the published method, default of"
            + " published-2026)."
      })
  private String model;

  @Option(
      names = "--audit-repeats",
      paramLabel = "R",
      defaultValue = "2",
      description =
          "Partitions of the audit, 5 models each; more narrow the intervals. Default:"
              + " ${DEFAULT-VALUE}.")
  private int repeats;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; results do not depend on them. Default: the processors.")
  private Integer threads;

  /**
   * @throws UserProblem with every problem
   */
  RunSettings settings() {
    List<String> problems = new ArrayList<>();
    boolean rigorous = "rigorous".equals(profile);
    if (!rigorous && tier != null) {
      problems.add("--tier: only the profile rigorous has tiers");
    }
    String chosen = tier == null ? "CONTROLLED" : tier.toUpperCase(Locale.ROOT);
    if (!List.of("CONTROLLED", "PUBLIC").contains(chosen)) {
      problems.add("--tier: CONTROLLED or PUBLIC");
    }
    String name = rigorous ? profile + "/" + chosen : profile;
    ModelKind kind = kind(rigorous, problems);
    if (!rigorous && !"published-2026".equals(profile)) {
      problems.add("--profile: rigorous or published-2026");
    }
    if (threads != null && (threads < 1 || threads > 256)) {
      problems.add("--threads: from 1 to 256");
    }
    // a profile that there is not has been told already
    String known = EngineLimits.PROFILES.contains(name) ? name : PublishedProfile.NAME;
    EngineLimits.problems(known, sizes, repeats).stream()
        .map(
            problem ->
                problem
                    .replace("datasetSizes:", "--sizes:")
                    .replace("auditRepeats:", "--audit-repeats:"))
        .forEach(problems::add);
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
    int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    return RunSettings.of(name, kind, sizes, repeats, RunSettings.FOLDS, workers);
  }

  private ModelKind kind(boolean rigorous, List<String> problems) {
    if (model == null) {
      return rigorous ? ModelKind.STEP_COPULA : ModelKind.CLASSIC;
    }
    for (ModelKind kind : ModelKind.values()) {
      if (kind.label().equals(model)) {
        if (!rigorous && kind != ModelKind.CLASSIC) {
          problems.add("--model: the profile published-2026 judges the published method, classic");
        }
        return kind;
      }
    }
    problems.add("--model: step-copula or classic");
    return ModelKind.CLASSIC;
  }
}
