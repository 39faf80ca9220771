package org.spineregistry.certification.certify;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.certification.cohort.Cohort;
import org.spineregistry.certification.cohort.CohortCase;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.certificate.Certificate;
import org.spineregistry.synthesis.release.CertificateGates;
import org.spineregistry.synthesis.run.RunResult;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

/**
 * Puts together what a certificate states about one cycle. It takes no clock, so that a repeated
 * run signs the same bytes.
 */
record CertificateContent(
    CertificationRequested request, Cohort cohort, DataDictionary dictionary, RunResult result) {

  Certificate certificate(Table table, CycleSecrets secrets, List<ArtifactReference> datasets) {
    return new Certificate(
        datasets.stream()
            .map(d -> new Certificate.Subject(d.getName(), d.getSha256(), d.getRows()))
            .toList(),
        request.getCampaignId(),
        request.getCycleId(),
        request.getPolicyVersion(),
        request.getThreshold(),
        result.profile(),
        Certificate.CERTIFIED,
        cohortFacts(table, secrets),
        new Certificate.SchemaFacts(dictionary.recordName(), dictionary.fingerprint()),
        new Certificate.EngineFacts(
            result.engine().name(),
            result.engine().version(),
            result.engine().commit(),
            result.engine().model()),
        parameters(),
        result.seedSha256(),
        CertificateGates.of(result.gates()));
  }

  private Certificate.CohortFacts cohortFacts(Table table, CycleSecrets secrets) {
    List<String> caseIds = cohort.cases().stream().map(CohortCase::caseId).toList();
    byte[] canonical = CsvWriter.write(table, "caseId", caseIds);
    return new Certificate.CohortFacts(
        cohort.cases().size(),
        secrets.cohortDigest().of(canonical),
        secrets.cohortDigest().keyId());
  }

  private Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>(result.parameters());
    parameters.put("notes", result.notes());
    return parameters;
  }
}
