package org.spineregistry.synthesis.certificate;

import java.util.List;
import java.util.Map;

/**
 * What a certificate states. It holds no time and no random value, so that a run that is repeated
 * after a crash gives the same bytes.
 *
 * @param subjects the dataset files
 * @param threshold registry size that asked for the cycle, or null
 * @param parameters of the model; numbers, texts, booleans, lists and maps of them, no value of a
 *     patient
 */
public record Certificate(
    List<Subject> subjects,
    String campaignId,
    String cycleId,
    int policyVersion,
    Long threshold,
    String profile,
    String verdict,
    CohortFacts cohort,
    SchemaFacts schema,
    EngineFacts engine,
    Map<String, Object> parameters,
    String seedSha256,
    List<GateLine> gates) {

  /** Verdict without which a statement certifies nothing. */
  public static final String CERTIFIED = "CERTIFIED";

  public Certificate {
    subjects = List.copyOf(subjects);
    gates = List.copyOf(gates);
    if (subjects.isEmpty()) {
      throw new IllegalArgumentException("a certificate names at least one dataset");
    }
    requireSha256(seedSha256);
  }

  private static void requireSha256(String text) {
    if (!text.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a SHA-256 is 64 lower-case hexadecimal digits");
    }
  }

  /** A dataset file and the SHA-256 of its bytes, lower-case hexadecimal. */
  public record Subject(String name, String sha256, long rows) {
    public Subject {
      requireSha256(sha256);
    }
  }

  /**
   * The cohort, without anything of its patients.
   *
   * @param digest HMAC-SHA256 over the canonical cohort, lower-case hexadecimal
   * @param keyId SHA-256 of the key of that digest; the key stays with the registry
   */
  public record CohortFacts(long cases, String digest, String keyId) {
    public CohortFacts {
      requireSha256(digest);
      requireSha256(keyId);
    }
  }

  /** The case schema: full record name and fingerprint. */
  public record SchemaFacts(String record, String fingerprint) {}

  /** The code that fitted and generated, with the commit that it was built from. */
  public record EngineFacts(String name, String version, String commit, String model) {}

  /**
   * A gate with value and bound.
   *
   * @param bound null for a gate that is only reported
   */
  public record GateLine(
      String id,
      String title,
      Double value,
      Double lower,
      Double upper,
      Double bound,
      String direction,
      String verdict,
      String detail) {}
}
