package org.spineregistry.cli.certify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.spineregistry.synthesis.certificate.CohortDigest;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.signature.KeyFile;

/** Whether a cohort is the one that a certificate names by its keyed digest. */
enum CohortMatch {
  SAME(
      "same       keyed digest of the cohort",
      "The cohort is the same: the engine, or the certificate, is another one."),
  OTHER(
      "DIFFERENT  keyed digest of the cohort",
      "The cohort is not the one of the certificate: its keyed digest differs."),
  UNKNOWN(
      "The keyed digest of the cohort was not compared; --cohort-key does that.",
      "The likely cause is a cohort that was changed; --cohort-key tells whether it was.");

  private final String line;
  private final String cause;

  CohortMatch(String line, String cause) {
    this.line = line;
    this.cause = cause;
  }

  /**
   * Compares the digests.
   *
   * @param key file of the key; null when it was not given
   */
  static CohortMatch of(Path key, CsvCohort cohort, CertifiedRun certified, List<String> problems) {
    if (key == null) {
      return UNKNOWN;
    }
    try {
      CohortDigest digest = new CohortDigest(KeyFile.secretBytes(key));
      if (!digest.keyId().equals(certified.cohortKeyId())) {
        problems.add("--cohort-key: is not the key of the certificate, its id differs");
        return UNKNOWN;
      }
      return CohortFacts.digest(cohort, digest).equals(certified.cohortDigest()) ? SAME : OTHER;
    } catch (IOException e) {
      problems.add("--cohort-key: " + e.getMessage());
      return UNKNOWN;
    }
  }

  /** What is told beside the datasets. */
  String line() {
    return line;
  }

  /** Why the datasets differ. */
  String cause() {
    return cause;
  }
}
