package org.spineregistry.cli.certify;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.CycleSeed;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.release.ReleaseFile;
import org.spineregistry.synthesis.release.ReleaseFiles;
import org.spineregistry.synthesis.run.Dataset;
import org.spineregistry.synthesis.run.EngineInfo;
import org.spineregistry.synthesis.run.Repetition;
import org.spineregistry.synthesis.signature.KeyFile;
import org.spineregistry.synthesis.table.Spelling;
import org.spineregistry.synthesis.verify.BadInputException;
import org.spineregistry.synthesis.verify.CertificateReader;
import org.spineregistry.tables.CampaignTable;

/** Makes the datasets of a certificate again from cohort and seed, and compares the bytes. */
final class Replay {
  private final Path input;
  private final CohortSource source;
  private final CertifyCommand.ReplayOptions options;
  private final Path cohortKey;
  private final Path folder;
  private final PrintWriter out;

  /**
   * @param cohortKey key of the cohort digest; null to leave the digest alone
   * @param folder where the repeated datasets go; null to compare only
   */
  Replay(
      Path input,
      CohortSource source,
      CertifyCommand.ReplayOptions options,
      Path cohortKey,
      Path folder,
      PrintWriter out) {
    this.input = input;
    this.source = source;
    this.options = options;
    this.cohortKey = cohortKey;
    this.folder = folder;
    this.out = out;
  }

  int run() {
    byte[] file = InputFile.read(input);
    CertifiedRun certified = new CertifiedRun(statement());
    DataDictionary dictionary = source.find(input, file).dictionary();
    SpeltCohort read = SpeltCohort.read(file, dictionary);
    CsvCohort cohort = read.cohort();
    List<String> problems = new ArrayList<>();
    Seed seed = seed(certified, problems);
    CohortMatch match = CohortMatch.of(cohortKey, cohort, certified, problems);
    if (!dictionary.fingerprint().equals(certified.schemaFingerprint())) {
      problems.add("--schema: is not the schema of the certificate, its fingerprint differs");
    }
    if (cohort.table().rows() != certified.cases()) {
      problems.add(input + ": does not have as many patients as the certificate states");
    }
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
    Estimate.ofGeneration(
            cohort.table().rows(),
            cohort.table().columns().size(),
            certified.sizes().stream().mapToLong(size -> size).sum())
        .requireMemory();
    EngineInfo engine = EngineInfo.of(certified.model());
    if (!engine.version().equals(certified.engineVersion())) {
      out.println("The certificate is of another engine version: the bytes may differ.");
    } else if (!engine.commit().equals(certified.engineCommit())) {
      out.println(
          "The certificate is of another commit of this engine version: the bytes should not"
              + " differ.");
    }
    List<Dataset> datasets = datasets(certified, cohort, dictionary, seed);
    return compare(certified, match, spelt(datasets, read.spelling(), certified));
  }

  private JsonNode statement() {
    try {
      return CertificateReader.statement(InputFile.read(options.certificate()));
    } catch (BadInputException e) {
      throw UserProblem.input(options.certificate() + ": " + e.getMessage());
    }
  }

  /** The seed itself, or the master seed from which the cycle's follows. */
  private Seed seed(CertifiedRun certified, List<String> problems) {
    byte[] bytes;
    try {
      bytes = KeyFile.secretBytes(options.seed());
    } catch (IOException e) {
      problems.add("--seed-file: " + e.getMessage());
      return null;
    }
    for (Seed seed : List.of(Seed.of(bytes), CycleSeed.of(bytes, certified.cycleId()))) {
      if (seed.sha256().equals(certified.seedSha256())) {
        return seed;
      }
    }
    problems.add("--seed-file: is not the seed of the certificate, its SHA-256 differs");
    return null;
  }

  /**
   * As the file calls its columns, which is how {@code certify} writes them, or by the names of the
   * schema, as a registry does and earlier versions of {@code certify} did: whichever is certified.
   */
  private static List<ReleaseFile> spelt(
      List<Dataset> datasets, Spelling spelling, CertifiedRun certified) {
    List<ReleaseFile> ofFile =
        ReleaseFiles.datasets(datasets.stream().map(d -> d.spelt(spelling)).toList());
    if (isCertified(ofFile, certified)) {
      return ofFile;
    }
    List<ReleaseFile> ofSchema = ReleaseFiles.datasets(datasets);
    return isCertified(ofSchema, certified) ? ofSchema : ofFile;
  }

  private static boolean isCertified(List<ReleaseFile> files, CertifiedRun certified) {
    return files.stream()
        .anyMatch(f -> f.facts().sha256().equals(certified.subjects().get(f.name())));
  }

  private static List<Dataset> datasets(
      CertifiedRun certified, CsvCohort cohort, DataDictionary dictionary, Seed seed) {
    Repetition repetition = certified.repetition(CampaignTable.contract(dictionary), seed);
    try (Workers workers = LocalWorkers.open()) {
      return repetition.of(cohort.table(), workers);
    } catch (FitException e) {
      throw UserProblem.refused("refused: " + e.getMessage());
    }
  }

  private int compare(CertifiedRun certified, CohortMatch match, List<ReleaseFile> datasets) {
    Map<String, ReleaseFile> repeated = new LinkedHashMap<>();
    datasets.forEach(file -> repeated.put(file.name(), file));
    boolean same = true;
    for (Map.Entry<String, String> subject : certified.subjects().entrySet()) {
      ReleaseFile file = repeated.get(subject.getKey());
      boolean equal = file != null && file.facts().sha256().equals(subject.getValue());
      same &= equal;
      out.println((equal ? "same       " : "DIFFERENT  ") + subject.getKey());
    }
    if (folder != null) {
      OutDirectory release = OutDirectory.create(folder);
      datasets.stream()
          .filter(file -> certified.subjects().containsKey(file.name()))
          .forEach(file -> release.write(file.name(), file.bytes()));
      release.finish();
    }
    out.println(match.line());
    out.println("The signature was not checked; spine verify does that.");
    if (same && match == CohortMatch.OTHER) {
      out.println("The datasets are reproduced, but the certificate names another cohort.");
    } else {
      out.println(same ? "Reproduced byte by byte." : "Not reproduced. " + match.cause());
    }
    out.flush();
    return same && match != CohortMatch.OTHER ? ExitCode.OK : ExitCode.FAILED;
  }
}
