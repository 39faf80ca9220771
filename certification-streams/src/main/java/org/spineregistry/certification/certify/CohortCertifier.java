package org.spineregistry.certification.certify;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.spineregistry.certification.cohort.Cohort;
import org.spineregistry.certification.cohort.CohortCase;
import org.spineregistry.certification.cohort.CohortReader;
import org.spineregistry.certification.cohort.Contributions;
import org.spineregistry.certification.worker.Certifier;
import org.spineregistry.certification.worker.CycleOutcome;
import org.spineregistry.certification.worker.CycleProblem;
import org.spineregistry.certification.worker.CycleProgress;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.service.artifact.ArtifactStore;
import org.spineregistry.synthesis.certificate.Certificate;
import org.spineregistry.synthesis.certificate.Envelope;
import org.spineregistry.synthesis.classic.ClassicOptions;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.OverallVerdict;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.model.FitException;
import org.spineregistry.synthesis.parallel.CancelledException;
import org.spineregistry.synthesis.release.ReleaseFile;
import org.spineregistry.synthesis.release.ReleaseFiles;
import org.spineregistry.synthesis.release.ReleaseSubject;
import org.spineregistry.synthesis.release.RunCertificate;
import org.spineregistry.synthesis.report.LineageEntry;
import org.spineregistry.synthesis.run.CertificationRun;
import org.spineregistry.synthesis.run.RunResult;
import org.spineregistry.synthesis.run.RunSettings;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableException;
import org.spineregistry.tables.CampaignTable;

/**
 * Certifies a cohort: reads it, lets the synthesis library fit, generate and gate, writes and signs
 * the files. No dataset is written before the verdict is known: what a gate refuses stays in
 * memory.
 */
public final class CohortCertifier implements Certifier {
  private static final String PUBLISHER = "Spine registry";
  private static final String LICENSE = "urn:spine-registry:terms";
  private static final double READ = 0.05;
  private static final double RUN = 0.9;

  /** Where a cohort comes from. */
  public interface Cohorts {
    /** See {@link CohortReader#read}. */
    Cohort read(String campaignId, long ordinalLimit);
  }

  private final Cohorts cohorts;
  private final ArtifactStore store;
  private final CycleSecrets secrets;
  private final int threads;

  public CohortCertifier(Cohorts cohorts, ArtifactStore store, CycleSecrets secrets, int threads) {
    this.cohorts = cohorts;
    this.store = store;
    this.secrets = secrets;
    this.threads = threads;
  }

  @Override
  public CycleOutcome certify(CertificationRequested request, CycleProgress progress)
      throws IOException, InterruptedException {
    progress.report("COHORT", 0, "reading the cohort");
    Cohort cohort = cohorts.read(request.getCampaignId(), request.getOrdinalLimit());
    if (cohort.cases().isEmpty()) {
      throw new CycleProblem("EMPTY_COHORT", "no member of the cohort is left");
    }
    DataDictionary dictionary = DataDictionary.of(cohort.schema());
    Table table = table(cohort, dictionary);
    RunResult result = run(request, cohort, dictionary, table, progress);
    progress.report("WRITE", READ + RUN, "writing and signing the files");
    Certificate.CohortFacts facts = cohortFacts(cohort, table);
    ReleaseFiles files = ReleaseFiles.of(result, subject(request, facts, dictionary, table));
    List<ArtifactReference> reports = write(files.reports());
    if (result.verdict() != OverallVerdict.CERTIFIED) {
      return refused(cohort, result, reports);
    }
    RunCertificate certificate =
        new RunCertificate(
            request.getCampaignId(),
            request.getCycleId(),
            request.getPolicyVersion(),
            request.getThreshold(),
            facts,
            new Certificate.SchemaFacts(dictionary.recordName(), dictionary.fingerprint()));
    return certified(certificate, cohort, result, files, reports);
  }

  private CycleOutcome certified(
      RunCertificate run,
      Cohort cohort,
      RunResult result,
      ReleaseFiles files,
      List<ArtifactReference> reports)
      throws IOException {
    List<ArtifactReference> datasets = write(files.datasets());
    List<ArtifactReference> documents = new ArrayList<>(reports);
    documents.addAll(write(files.descriptions()));
    Certificate certificate =
        run.of(
            result,
            datasets.stream()
                .map(d -> new Certificate.Subject(d.getName(), d.getSha256(), d.getRows()))
                .toList());
    return new CycleOutcome(
        CycleVerdict.CERTIFIED,
        List.of(),
        cohort.cases().size(),
        GateOutcomes.of(result.gates()),
        datasets,
        store.put("certificate.json", Envelope.of(certificate, secrets.signingKey()), null),
        store.put(
            "contributions.jsonl",
            Contributions.of(run.cycleId(), cohort),
            (long) cohort.cases().size()),
        documents);
  }

  private Certificate.CohortFacts cohortFacts(Cohort cohort, Table table) {
    List<String> caseIds = cohort.cases().stream().map(CohortCase::caseId).toList();
    byte[] canonical = CsvWriter.write(table, "caseId", caseIds);
    return new Certificate.CohortFacts(
        caseIds.size(), secrets.cohortDigest().of(canonical), secrets.cohortDigest().keyId());
  }

  private ReleaseSubject subject(
      CertificationRequested request,
      Certificate.CohortFacts cohort,
      DataDictionary dictionary,
      Table table) {
    return new ReleaseSubject(
        dictionary.campaignId(),
        table.rows(),
        table.columns(),
        CampaignTable.docs(dictionary),
        PUBLISHER,
        LICENSE,
        // of the request, not of the run: a repeated attempt writes the same bytes
        request.getRequestedAt().atZone(ZoneOffset.UTC).toLocalDate().toString(),
        List.of(
            new LineageEntry("cycle", request.getCycleId()),
            new LineageEntry("policy version", Integer.toString(request.getPolicyVersion())),
            new LineageEntry("case schema", dictionary.recordName()),
            new LineageEntry("schema fingerprint", dictionary.fingerprint()),
            new LineageEntry("keyed cohort digest", cohort.digest()),
            new LineageEntry("key of the digest", cohort.keyId())));
  }

  private static Table table(Cohort cohort, DataDictionary dictionary) {
    try {
      return CampaignTable.of(cohort.cases().stream().map(CohortCase::record).toList(), dictionary);
    } catch (TableException e) {
      throw new CycleProblem("COHORT_BREAKS_SCHEMA", e.getMessage());
    }
  }

  private RunResult run(
      CertificationRequested request,
      Cohort cohort,
      DataDictionary dictionary,
      Table table,
      CycleProgress progress)
      throws InterruptedException {
    RunSettings settings = settings(request, dictionary);
    if (table.rows() < settings.minimumCohort()) {
      throw new CycleProblem(
          "NOT_RUNNABLE",
          "a run needs at least %d patients, this cohort has %d"
              .formatted(settings.minimumCohort(), table.rows()));
    }
    try {
      return new CertificationRun(settings)
          .execute(
              new org.spineregistry.synthesis.run.Cohort(
                  table,
                  cohort.cases().stream().map(c -> c.member().getSiteId()).toList(),
                  CampaignTable.contract(dictionary)),
              secrets.seedOf(request.getCycleId()),
              (stage, fraction, message) ->
                  progress.report(stage.name(), READ + RUN * fraction, message),
              () -> Thread.currentThread().isInterrupted());
    } catch (CancelledException e) {
      throw new InterruptedException("the run was cancelled");
    } catch (FitException e) {
      throw new CycleProblem("NO_FIT", e.getMessage());
    }
  }

  /** Only what a policy asks for can be wrong here, so that the message may be shown. */
  private RunSettings settings(CertificationRequested request, DataDictionary dictionary) {
    try {
      return new RunSettings(
          request.getProfile(),
          request.getDatasetSizes(),
          request.getAuditRepeats(),
          RunSettings.FOLDS,
          threads,
          ClassicOptions.published(),
          CampaignTable.bands(dictionary));
    } catch (IllegalArgumentException e) {
      throw new CycleProblem("NOT_RUNNABLE", e.getMessage());
    }
  }

  private List<ArtifactReference> write(List<ReleaseFile> files) throws IOException {
    List<ArtifactReference> written = new ArrayList<>();
    for (ReleaseFile file : files) {
      long rows = file.facts().rows();
      written.add(store.put(file.name(), file.bytes(), rows == 0 ? null : rows));
    }
    return written;
  }

  /** The conditions of a run say in their detail which one is not met. */
  private static String reason(GateResult gate) {
    return gate.id().startsWith("G0") ? gate.detail() : gate.title();
  }

  /** What is refused has neither datasets nor a certificate: nothing to fetch, to anchor. */
  private static CycleOutcome refused(
      Cohort cohort, RunResult result, List<ArtifactReference> reports) {
    List<String> reasons =
        result.gates().stream()
            .filter(GateResult::isDeciding)
            .filter(gate -> gate.verdict() != Verdict.PASS)
            .map(gate -> gate.id() + " is " + gate.verdict() + ": " + reason(gate))
            .toList();
    return new CycleOutcome(
        CycleVerdict.REFUSED,
        reasons,
        cohort.cases().size(),
        GateOutcomes.of(result.gates()),
        List.of(),
        null,
        null,
        reports);
  }
}
