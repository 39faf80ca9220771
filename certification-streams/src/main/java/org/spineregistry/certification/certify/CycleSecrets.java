package org.spineregistry.certification.certify;

import org.spineregistry.synthesis.certificate.CohortDigest;
import org.spineregistry.synthesis.random.CycleSeed;
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
  /**
   * HMAC-SHA256 of the cycle id under the master seed: the same cycle has the same seed on every
   * run.
   */
  Seed seedOf(String cycleId) {
    return CycleSeed.of(masterSeed, cycleId);
  }

  /** Says nothing of them. */
  @Override
  public String toString() {
    return "CycleSecrets";
  }
}
