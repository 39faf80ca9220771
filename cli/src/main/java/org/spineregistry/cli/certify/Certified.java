package org.spineregistry.cli.certify;

import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.certificate.Certificate;
import org.spineregistry.synthesis.certificate.Envelope;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.release.ReleaseFiles;
import org.spineregistry.synthesis.release.RunCertificate;
import org.spineregistry.synthesis.run.RunResult;

/** The certificate of a run that no cycle asked for. */
final class Certified {
  /** A run without a policy. */
  private static final int NO_POLICY = 0;

  private static final int SHORT = 32;

  private Certified() {}

  /** Bytes of {@code certificate.json}. */
  static byte[] certificate(
      RunResult result,
      DataDictionary dictionary,
      CsvCohort cohort,
      ReleaseFiles files,
      RunSecrets secrets) {
    RunCertificate run =
        new RunCertificate(
            dictionary.campaignId(),
            // the commitment to the seed names the run: no clock, so that a repetition is the same
            "local-" + result.seedSha256().substring(0, SHORT),
            NO_POLICY,
            null,
            new Certificate.CohortFacts(
                cohort.table().rows(),
                CohortFacts.digest(cohort, secrets.digest()),
                secrets.digest().keyId()),
            new Certificate.SchemaFacts(dictionary.recordName(), dictionary.fingerprint()));
    Certificate certificate =
        run.of(
            result,
            files.datasets().stream()
                .map(f -> f.facts())
                .map(f -> new Certificate.Subject(f.name(), f.sha256(), f.rows()))
                .toList());
    return Envelope.of(certificate, secrets.signer());
  }
}
