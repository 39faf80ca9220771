package org.spineregistry.cli.certify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.run.ModelKind;
import org.spineregistry.synthesis.run.Repetition;

/**
 * What a certificate states about its run.
 *
 * @param statement of the certificate
 */
record CertifiedRun(JsonNode statement) {
  String cycleId() {
    return text("cycleId");
  }

  String seedSha256() {
    return text("seedSha256");
  }

  String schemaFingerprint() {
    return predicate().path("schema").path("fingerprint").asText();
  }

  String engineVersion() {
    return predicate().path("engine").path("version").asText();
  }

  long cases() {
    return predicate().path("cohort").path("cases").asLong();
  }

  /** File name to SHA-256. */
  Map<String, String> subjects() {
    Map<String, String> subjects = new LinkedHashMap<>();
    statement
        .path("subject")
        .forEach(
            subject ->
                subjects.put(
                    subject.path("name").asText(), subject.path("digest").path("sha256").asText()));
    return subjects;
  }

  /**
   * How to make the datasets again.
   *
   * @throws UserProblem when the certificate does not say so
   */
  Repetition repetition() {
    JsonNode parameters = predicate().path("parameters");
    List<Integer> sizes = new ArrayList<>();
    parameters.path("sizes").forEach(size -> sizes.add(size.asInt()));
    String model = predicate().path("engine").path("model").asText();
    if (sizes.isEmpty()) {
      throw UserProblem.input("--replay: the certificate does not state its parameters");
    }
    if (model.equals(ModelKind.CLASSIC.label())) {
      return new Repetition(ModelKind.CLASSIC, null, sizes);
    }
    if (!model.equals(ModelKind.STEP_COPULA.label())) {
      throw UserProblem.input("--replay: the certificate is of a model that this engine has not");
    }
    try {
      return new Repetition(
          ModelKind.STEP_COPULA,
          new StepOptions(
              parameters.path("k").asInt(),
              parameters.path("kMap").asInt(),
              parameters.path("kappa").asDouble(),
              parameters.path("kappaOutcome").asDouble(),
              parameters.path("lambda").asDouble()),
          sizes);
    } catch (IllegalArgumentException e) {
      throw UserProblem.input("--replay: the certificate does not state its parameters");
    }
  }

  private JsonNode predicate() {
    return statement.path("predicate");
  }

  private String text(String field) {
    return predicate().path(field).asText();
  }
}
