package org.spineregistry.cli.certify;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.schema.LongCells;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.dataset.ColumnDoc;
import org.spineregistry.synthesis.metric.Twins;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.release.ReleaseFiles;
import org.spineregistry.synthesis.release.ReleaseSubject;
import org.spineregistry.synthesis.report.LineageEntry;
import org.spineregistry.synthesis.run.CertificationRun;
import org.spineregistry.synthesis.run.Cohort;
import org.spineregistry.synthesis.run.Outcome;
import org.spineregistry.synthesis.run.RunResult;
import org.spineregistry.synthesis.run.RunSettings;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.tables.CampaignTable;

/** One certification from a file to a folder. */
final class CertifyRun {
  private final Path input;
  private final CohortSource source;
  private final RunSettings settings;
  private final RunSecrets secrets;
  private final PrintWriter out;

  CertifyRun(
      Path input, CohortSource source, RunSettings settings, RunSecrets secrets, PrintWriter out) {
    this.input = input;
    this.source = source;
    this.settings = settings;
    this.secrets = secrets;
    this.out = out;
  }

  Outcome run(Path folder, String publisher, String license) {
    byte[] file = InputFile.read(input);
    CohortSource.Found schema = source.find(input, file);
    DataDictionary dictionary = schema.dictionary();
    SpeltCohort read = SpeltCohort.read(file, dictionary);
    CsvCohort cohort = read.cohort();
    secrets.prepare();
    if (cohort.table().rows() < settings.minimumCohort()) {
      throw UserProblem.input(
          input
              + ": has "
              + cohort.table().rows()
              + " patients, a run needs at least "
              + settings.minimumCohort());
    }
    Estimate estimate =
        Estimate.of(settings, cohort.table().rows(), cohort.table().columns().size())
            .requireMemory();
    OutDirectory release = OutDirectory.create(folder);
    secrets.keep(release);
    // an inferred schema holds every level that the file has, those of single patients too
    schema
        .proposed()
        .ifPresent(
            text -> release.writeSecret("schema.avsc", text.getBytes(StandardCharsets.UTF_8)));
    schema.leftOut().ifPresent(out::println);
    LongCells.warnings(input, file).forEach(out::println);
    announce(dictionary, cohort, estimate);
    Twins twins = Twins.of(cohort.table());
    if (twins.areRepeats()) {
      out.println(
          twins.rows() + " rows equal another one in every variable: is each row one patient?");
    }
    RunResult result = execute(dictionary, cohort).spelt(read.spelling());
    ReleaseFiles files =
        ReleaseFiles.of(result, subject(result, dictionary, read, publisher, license));
    files.all().forEach(f -> release.write(f.name(), f.bytes()));
    if (result.outcome() == Outcome.CERTIFIED) {
      release.write(
          "certificate.json", Certified.certificate(result, dictionary, cohort, files, secrets));
    }
    release.finish();
    out.print(new RunSummary(result, release.path()).text());
    out.flush();
    return result.outcome();
  }

  private void announce(DataDictionary dictionary, CsvCohort cohort, Estimate estimate) {
    out.println(
        String.format(
            Locale.ROOT,
            "%s: %,d patients, %d variables of %s; profile %s, %d models, %d threads; expect %s%s.",
            input.getFileName(),
            cohort.table().rows(),
            cohort.table().columns().size(),
            dictionary.campaignId(),
            settings.profile(),
            settings.repeats() * settings.folds(),
            settings.threads(),
            estimate.text(),
            settings.profile().startsWith("rigorous")
                ? ", at most twice as long if the screen must be made stricter"
                : ""));
    out.flush();
  }

  private RunResult execute(DataDictionary dictionary, CsvCohort cohort) {
    try {
      return new CertificationRun(settings.withBands(CampaignTable.bands(dictionary)))
          .execute(
              new Cohort(
                  cohort.table(), CohortSource.sites(cohort), CampaignTable.contract(dictionary)),
              secrets.seed(),
              new RunProgress(out, Boolean.getBoolean("spine.terminal")),
              () -> Thread.currentThread().isInterrupted());
    } catch (FitException e) {
      throw UserProblem.refused("refused: " + e.getMessage());
    }
  }

  private ReleaseSubject subject(
      RunResult result,
      DataDictionary dictionary,
      SpeltCohort read,
      String publisher,
      String license) {
    CsvCohort cohort = read.cohort();
    List<Column> columns = cohort.table().columns().stream().map(read.spelling()::of).toList();
    Map<String, ColumnDoc> docs = new HashMap<>();
    CampaignTable.docs(dictionary)
        .forEach((name, doc) -> docs.put(read.spelling().name(name), doc));
    return new ReleaseSubject(
        dictionary.campaignId(),
        cohort.table().rows(),
        source.isInferred() ? ShownColumns.of(columns, result) : columns,
        docs,
        publisher,
        license,
        LocalDate.now(ZoneOffset.UTC).toString(),
        List.of(
            new LineageEntry("case schema", dictionary.recordName()),
            new LineageEntry("schema fingerprint", dictionary.fingerprint()),
            new LineageEntry("keyed cohort digest", CohortFacts.digest(cohort, secrets.digest())),
            new LineageEntry("key of the digest", secrets.digest().keyId())));
  }
}
