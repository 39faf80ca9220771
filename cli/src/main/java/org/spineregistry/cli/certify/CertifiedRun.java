package org.spineregistry.cli.certify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.synthesis.classic.ClassicOptions;
import org.spineregistry.synthesis.classic.ClassicSynthesizer;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.copula.StepCopula;
import org.spineregistry.synthesis.copula.StepOptions;
import org.spineregistry.synthesis.published.PublishedProfile;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.run.EngineLimits;
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

  String engineCommit() {
    return predicate().path("engine").path("commit").asText();
  }

  String cohortDigest() {
    return predicate().path("cohort").path("digest").asText();
  }

  String cohortKeyId() {
    return predicate().path("cohort").path("keyId").asText();
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
   * The model that was fitted.
   *
   * @throws UserProblem when this engine does not have it
   */
  ModelKind model() {
    String label = predicate().path("engine").path("model").asText();
    for (ModelKind kind : ModelKind.values()) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw UserProblem.input("--replay: the certificate is of a model that this engine has not");
  }

  /**
   * How to make the datasets again.
   *
   * @throws UserProblem when the certificate does not say so
   */
  Repetition repetition(Contract contract, Seed seed) {
    JsonNode parameters = predicate().path("parameters");
    List<Integer> sizes = sizes();
    return new Repetition(
        model() == ModelKind.CLASSIC
            ? new ClassicSynthesizer(ClassicOptions.published(), seed)
            : new StepCopula(options(parameters), contract, seed),
        sizes);
  }

  /**
   * Rows of each dataset.
   *
   * @throws UserProblem when they are not what a run may be asked for
   */
  List<Integer> sizes() {
    List<Integer> sizes = new ArrayList<>();
    JsonNode stated = predicate().path("parameters").path("sizes");
    stated.forEach(size -> sizes.add(size.isInt() ? size.asInt() : 0));
    if (sizes.isEmpty()) {
      throw UserProblem.input("--replay: the certificate does not state its parameters");
    }
    // the profile decides what is judged, not what can be generated
    List<String> problems = EngineLimits.problems(PublishedProfile.NAME, sizes, 1);
    if (!problems.isEmpty()) {
      throw UserProblem.input(
          problems.stream().map(rule -> "--replay: the certificate's " + rule).toList());
    }
    return sizes;
  }

  private static StepOptions options(JsonNode parameters) {
    try {
      return new StepOptions(
          parameters.path("k").asInt(),
          parameters.path("kMap").asInt(),
          parameters.path("kappa").asDouble(),
          parameters.path("kappaOutcome").asDouble(),
          parameters.path("lambda").asDouble());
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
