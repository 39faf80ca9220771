package org.spineregistry.synthesis.certificate;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed digest of a cohort. Without the key nobody can try whether a guessed cohort has this
 * digest; with it the registry can show which cohort a certificate speaks of.
 */
public final class CohortDigest {
  private static final int KEY_BYTES = 32;

  private final byte[] key;

  /**
   * @param key 32 secret bytes
   */
  public CohortDigest(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException("the key of a cohort digest has 32 bytes");
    }
    this.key = key.clone();
  }

  /** HMAC-SHA256 of the canonical cohort, lower-case hexadecimal. */
  public String of(byte[] cohort) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(cohort));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Names the key: SHA-256 over a label and the key, so that it says nothing of the digests. */
  public String keyId() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update("spine-cohort-key/1".getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(sha256.digest(key));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
