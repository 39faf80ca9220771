package org.spineregistry.certification.certify;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.spineregistry.synthesis.certificate.CohortDigest;
import org.spineregistry.synthesis.random.Seed;
import org.spineregistry.synthesis.signature.SigningKey;

/**
 * What only the certification worker knows.
 *
 * @param signingKey signs certificates
 * @param masterSeed 32 bytes, from which each cycle derives its own seed
 * @param cohortDigest keyed digest of cohorts
 */
public record CycleSecrets(SigningKey signingKey, byte[] masterSeed, CohortDigest cohortDigest) {
  private static final String HMAC = "HmacSHA256";
  private static final String LABEL = "spine-cycle-seed/1|";

  /**
   * HMAC-SHA256 of the cycle id under the master seed: the same cycle has the same seed on every
   * run.
   */
  Seed seedOf(String cycleId) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(masterSeed, HMAC));
      return Seed.of(mac.doFinal((LABEL + cycleId).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  /** Says nothing of them. */
  @Override
  public String toString() {
    return "CycleSecrets";
  }
}
