package org.spineregistry.cli.submit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Case ids for a file that has none, as a registry app would mint them at source. They have the
 * form of random UUIDs and are HMAC-SHA256 of the row's place in the file under a secret seed: the
 * same file and seed give the same ids, so a second submission is recognised, and nobody without
 * the seed can tell an id from a random one.
 */
public final class MintedIds {
  private final byte[] seed;
  private final String campaignId;

  /**
   * @param seed 32 secret bytes
   */
  public MintedIds(byte[] seed, String campaignId) {
    this.seed = seed.clone();
    this.campaignId = campaignId;
  }

  /**
   * @param row place of the data row, from 1
   */
  public String of(long row) {
    ByteBuffer mac = ByteBuffer.wrap(hmac("spine-case-id/1\0" + campaignId + "\0" + row));
    long high = mac.getLong() & 0xffffffffffff0fffL | 0x4000L;
    long low = mac.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(seed, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
