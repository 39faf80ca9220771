package org.spineregistry.synthesis.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.spineregistry.synthesis.certificate.Envelope;
import org.spineregistry.synthesis.signature.PublicKey;

/**
 * Looks at a dataset and its certificate without any network: form, signature, verdict, digest.
 * Whether and when the certificate was anchored, superseded or revoked cannot be known this way.
 */
public final class OfflineVerifier {
  private static final String STATEMENT = "https://in-toto.io/Statement/v1";
  private static final String PREDICATE = "urn:spine-registry:certificate:1";

  private final TrustRoot trust;

  public OfflineVerifier(TrustRoot trust) {
    this.trust = trust;
  }

  /**
   * SHA-256 of exact bytes, lower-case hexadecimal: of a certificate file, what stands on the
   * chain.
   */
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * All checks, in a fixed order; a check whose ground has fallen away is NOT_CHECKED.
   *
   * @param dataset bytes of the dataset file
   * @param certificate bytes of the certificate file
   * @throws BadInputException when the certificate cannot be read at all
   */
  public List<Check> verify(byte[] dataset, byte[] certificate) throws BadInputException {
    SignedFile signed = SignedFile.read("certificate", certificate);
    List<Check> checks = new ArrayList<>();
    checks.add(form(signed));
    Check signature = signature(signed);
    checks.add(signature);
    checks.add(
        signature.outcome() == Check.Outcome.PASSED
            ? verdict(signed.statement().path("predicate"))
            : Check.notChecked("verdict", "nobody trusted stands behind the statement"));
    checks.add(digest(sha256(dataset), signed.statement().path("subject")));
    return checks;
  }

  private static Check form(SignedFile signed) {
    String name = "form";
    if (!Envelope.PAYLOAD_TYPE.equals(signed.payloadType())
        || !STATEMENT.equals(signed.statement().path("_type").asText())
        || !PREDICATE.equals(signed.statement().path("predicateType").asText())) {
      return Check.failed(name, "the file is no in-toto statement of a certificate, version 1");
    }
    return signed.canonical()
        ? Check.passed(name, "an in-toto statement in its canonical bytes")
        : Check.failed(name, "the bytes of the certificate are not in their canonical form");
  }

  private Check signature(SignedFile signed) {
    Optional<PublicKey> key = signed.signedBy(trust::certificateKey);
    return key.isPresent()
        ? Check.passed("signature", "signed by the trusted key " + key.get().keyId())
        : Check.failed("signature", "no signature of a trusted key holds over these bytes");
  }

  private static Check verdict(JsonNode predicate) {
    String name = "verdict";
    if (!"CERTIFIED".equals(predicate.path("verdict").asText())) {
      return Check.failed(name, "the statement does not say CERTIFIED");
    }
    int decided = 0;
    for (JsonNode gate : predicate.path("gates")) {
      if (gate.hasNonNull("bound")) {
        decided++;
        if (!"PASS".equals(gate.path("verdict").asText())) {
          return Check.failed(name, "a deciding gate is not PASS");
        }
      }
    }
    return decided == 0
        ? Check.failed(name, "the statement names no deciding gate")
        : Check.passed(name, "CERTIFIED, " + decided + " deciding gates passed");
  }

  private static Check digest(String sha256, JsonNode subjects) {
    for (JsonNode subject : subjects) {
      if (sha256.equals(subject.path("digest").path("sha256").asText())) {
        return Check.passed(
            "dataset", "SHA-256 " + sha256 + " is that of " + subject.path("name").asText());
      }
    }
    return Check.failed(
        "dataset", "SHA-256 " + sha256 + " is not that of any dataset in the certificate");
  }
}
