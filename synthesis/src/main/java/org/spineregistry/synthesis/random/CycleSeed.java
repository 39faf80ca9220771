package org.spineregistry.synthesis.random;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Seeds of cycles, which follow from one master seed: the same cycle has the same on every run. */
public final class CycleSeed {
  private static final String HMAC = "HmacSHA256";
  private static final String LABEL = "spine-cycle-seed/1|";

  private CycleSeed() {}

  /**
   * HMAC-SHA256 of the cycle's id under the master seed.
   *
   * @param master 32 secret bytes
   */
  public static Seed of(byte[] master, String cycleId) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(master, HMAC));
      return Seed.of(mac.doFinal((LABEL + cycleId).getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }
}
