package org.spineregistry.cli.certify;

import org.spineregistry.synthesis.certificate.CohortDigest;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.table.CsvWriter;

/** The canonical form of a cohort file, by which a certificate names it. */
final class CohortFacts {
  private CohortFacts() {}

  /** Keyed digest of the cohort; ids of the patients count when the file has them. */
  static String digest(CsvCohort cohort, CohortDigest digest) {
    return digest.of(
        cohort.caseIds().isEmpty()
            ? CsvWriter.write(cohort.table())
            : CsvWriter.write(cohort.table(), "caseId", cohort.caseIds()));
  }
}
