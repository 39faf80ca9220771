package org.spineregistry.synthesis.certificate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The in-toto Statement v1 of a certificate, as canonical JSON (RFC 8785). */
final class Statement {
  static final String TYPE = "https://in-toto.io/Statement/v1";
  static final String PREDICATE = "urn:spine-registry:certificate:1";

  /** What a reader must know before he relies on a certificate. */
  static final List<String> LIMITS =
      List.of(
          "States which gates were run on these datasets and what they measured, nothing else.",
          "Synthetic patients carry the biases of the cohort that the model was fitted on.",
          "Privacy gates measure the attacks that were tried; others may exist.",
          "Whether the data are personal data is a legal question that no gate answers.",
          "It may have been superseded or revoked after it was signed.");

  private Statement() {}

  static byte[] canonical(Certificate certificate) {
    Map<String, Object> statement = new LinkedHashMap<>();
    statement.put("_type", TYPE);
    statement.put("subject", certificate.subjects().stream().map(Statement::subject).toList());
    statement.put("predicateType", PREDICATE);
    statement.put("predicate", predicate(certificate));
    return CanonicalJson.write(statement);
  }

  private static Map<String, Object> subject(Certificate.Subject subject) {
    return Map.of(
        "name", subject.name(),
        "digest", Map.of("sha256", subject.sha256()),
        "annotations", Map.of("rows", subject.rows()));
  }

  private static Map<String, Object> predicate(Certificate certificate) {
    Map<String, Object> predicate = new LinkedHashMap<>();
    predicate.put("campaignId", certificate.campaignId());
    predicate.put("cycleId", certificate.cycleId());
    predicate.put("policyVersion", certificate.policyVersion());
    predicate.put("threshold", certificate.threshold());
    predicate.put("profile", certificate.profile());
    predicate.put("verdict", certificate.verdict());
    predicate.put("cohort", certificate.cohort());
    predicate.put("schema", certificate.schema());
    predicate.put("engine", certificate.engine());
    predicate.put("parameters", certificate.parameters());
    predicate.put("seedSha256", certificate.seedSha256());
    predicate.put("gates", certificate.gates());
    predicate.put("limits", LIMITS);
    return predicate;
  }
}
