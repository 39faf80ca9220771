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
import org.spineregistry.synthesis.dataset.DatasetFile;
import org.spineregistry.synthesis.dataset.ParquetWriter;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.parallel.Workers;
import org.spineregistry.synthesis.random.CycleSeed;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.run.Cohort;
import org.spineregistry.synthesis.run.Dataset;
import org.spineregistry.synthesis.run.EngineInfo;
import org.spineregistry.synthesis.signature.KeyFile;
import org.spineregistry.synthesis.verify.BadInputException;
import org.spineregistry.synthesis.verify.CertificateReader;
import org.spineregistry.tables.CampaignTable;

/** Makes the datasets of a certificate again from cohort and seed, and compares the bytes. */
final class Replay {
  private final Path input;
  private final CohortSource source;
  private final CertifyCommand.ReplayOptions options;
  private final Path folder;
  private final PrintWriter out;

  /**
   * @param folder where the repeated datasets go; null to compare only
   */
  Replay(
      Path input,
      CohortSource source,
      CertifyCommand.ReplayOptions options,
      Path folder,
      PrintWriter out) {
    this.input = input;
    this.source = source;
    this.options = options;
    this.folder = folder;
    this.out = out;
  }

  int run() {
    byte[] file = InputFile.read(input);
    CertifiedRun certified = new CertifiedRun(statement());
    DataDictionary dictionary = source.dictionary(input, file);
    CsvCohort cohort = CohortSource.read(file, dictionary);
    List<String> problems = new ArrayList<>();
    Seed seed = seed(certified, problems);
    if (!dictionary.fingerprint().equals(certified.schemaFingerprint())) {
      problems.add("--schema: is not the schema of the certificate, its fingerprint differs");
    }
    if (cohort.table().rows() != certified.cases()) {
      problems.add(input + ": does not have as many patients as the certificate states");
    }
    if (!problems.isEmpty()) {
      throw UserProblem.input(problems);
    }
    EngineInfo engine = EngineInfo.of(certified.repetition().model());
    if (!engine.version().equals(certified.engineVersion())) {
      out.println("The certificate is of another engine version: the bytes may differ.");
    }
    return compare(certified, datasets(certified, cohort, dictionary, seed));
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

  private static List<Dataset> datasets(
      CertifiedRun certified, CsvCohort cohort, DataDictionary dictionary, Seed seed) {
    int threads = Runtime.getRuntime().availableProcessors();
    try (Workers workers = new Workers(threads, () -> Thread.currentThread().isInterrupted())) {
      return certified
          .repetition()
          .of(
              new Cohort(
                  cohort.table(), CohortSource.sites(cohort), CampaignTable.contract(dictionary)),
              seed,
              workers);
    } catch (FitException e) {
      throw UserProblem.refused("refused: " + e.getMessage());
    }
  }

  private int compare(CertifiedRun certified, List<Dataset> datasets) {
    Map<String, byte[]> repeated = new LinkedHashMap<>();
    for (Dataset dataset : datasets) {
      repeated.put("synthetic-" + dataset.rows() + ".csv", dataset.csv());
      repeated.put(
          "synthetic-" + dataset.rows() + ".parquet", ParquetWriter.write(dataset.table()));
    }
    boolean same = true;
    for (Map.Entry<String, String> subject : certified.subjects().entrySet()) {
      byte[] bytes = repeated.get(subject.getKey());
      boolean equal =
          bytes != null
              && DatasetFile.of(subject.getKey(), "", 0, bytes).sha256().equals(subject.getValue());
      same &= equal;
      out.println((equal ? "same       " : "DIFFERENT  ") + subject.getKey());
    }
    if (folder != null) {
      OutDirectory release = OutDirectory.create(folder);
      repeated.forEach(
          (name, bytes) -> {
            if (certified.subjects().containsKey(name)) {
              release.write(name, bytes);
            }
          });
    }
    out.println("The signature was not checked; spine verify does that.");
    out.println(same ? "Reproduced byte by byte." : "Not reproduced.");
    out.flush();
    return same ? ExitCode.OK : ExitCode.FAILED;
  }
}
