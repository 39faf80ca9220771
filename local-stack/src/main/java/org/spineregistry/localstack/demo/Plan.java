package org.spineregistry.localstack.demo;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.spineregistry.cli.Seeds;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.simulate.CohortCsv;
import org.spineregistry.cli.simulate.SimulatedCohort;
import org.spineregistry.cli.submit.CaseFile;
import org.spineregistry.cli.submit.MintedIds;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.run.EngineLimits;

/**
 * What will be played, checked before anything starts.
 *
 * @param input the user's file; empty for a simulated cohort
 * @param thresholds rising
 * @param profile gate profile of every cycle
 */
record Plan(DataDictionary campaign, Optional<Path> input, List<Long> thresholds, String profile) {
  /** Cases of the simulated cohort, enough for fifty variables under the rigorous profile. */
  private static final int SIMULATED = 1000;

  private static final int MOST = 1_000_000;

  Plan {
    thresholds = List.copyOf(thresholds);
  }

  /**
   * @throws UserProblem with everything that is wrong with the options
   */
  static Plan of(Options options) {
    List<String> problems = new ArrayList<>();
    Campaigns campaigns = Campaigns.fromClasspath();
    Optional<DataDictionary> campaign = campaigns.byId(options.campaign);
    if (campaign.isEmpty()) {
      problems.add(
          "--campaign: one of "
              + campaigns.all().stream().map(DataDictionary::campaignId).toList());
    } else if (options.input == null && !SimulatedCohort.campaigns().contains(options.campaign)) {
      problems.add(
          "--input: there is no simulated cohort of "
              + options.campaign
              + ", only of "
              + SimulatedCohort.campaigns());
    }
    if (options.input != null && !Files.isReadable(options.input)) {
      problems.add("--input: " + options.input + " cannot be read");
    }
    if (options.thresholds.stream().anyMatch(t -> t < 1 || t > MOST)) {
      problems.add("--threshold: from 1 to " + MOST);
    }
    if (!EngineLimits.PROFILES.contains(options.profile)) {
      problems.add("--profile: one of " + EngineLimits.PROFILES);
    }
    if (options.seed != null && !options.seed.matches("[0-9a-fA-F]{64}")) {
      problems.add("--seed: 32 bytes as 64 hexadecimal digits");
    }
    if (options.summary != null && !writable(options.summary)) {
      problems.add("--summary: " + options.summary + " cannot be written");
    }
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
    return new Plan(
        campaign.orElseThrow(),
        Optional.ofNullable(options.input),
        new TreeSet<>(options.thresholds).stream().map(Integer::longValue).toList(),
        options.profile);
  }

  private static boolean writable(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return Files.exists(file)
        ? Files.isRegularFile(file) && Files.isWritable(file)
        : Files.isDirectory(folder) && Files.isWritable(folder);
  }

  static Optional<byte[]> seed(Options options) {
    return Optional.ofNullable(options.seed).map(Seeds::bytes);
  }

  /** The cases to submit. */
  CaseFile cases(byte[] seed) {
    Optional<MintedIds> ids = Optional.of(new MintedIds(seed, campaign.campaignId()));
    CaseFile file =
        input
            .map(path -> CaseFile.read(path, campaign, ids))
            .orElseGet(() -> CaseFile.of(simulated(seed), campaign, ids));
    if (!thresholds.isEmpty() && thresholds.get(0) > file.rows()) {
      throw UserProblem.input(
          "--threshold: %d is above the %d cases of the file, so that nothing would be certified"
              .formatted(thresholds.get(0), file.rows()));
    }
    return file;
  }

  private byte[] simulated(byte[] seed) {
    return new CohortCsv(campaign)
        .of(SimulatedCohort.of(campaign, SIMULATED, Seed.of(seed)))
        .getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The thresholds that are known before the cases are sent: those of the user, or the size of the
   * simulated cohort. For a file they are empty, because the intake may refuse some of its rows.
   */
  List<Long> thresholdsFor(CaseFile file) {
    return thresholds.isEmpty() && input.isEmpty()
        ? List.of((long) file.cases().size())
        : thresholds;
  }
}
