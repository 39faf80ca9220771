package org.spineregistry.synthesis.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The 32 secret bytes from which every random number of a run follows. A certificate carries their
 * SHA-256, never the bytes: who knows them can repeat the release exactly.
 */
public final class Seed {
  /** Length of a seed in bytes. */
  public static final int BYTES = 32;

  private static final byte[] DOMAIN = "spine-synthesis/1".getBytes(StandardCharsets.UTF_8);

  private final byte[] bytes;

  private Seed(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws IllegalArgumentException unless there are exactly 32 bytes
   */
  public static Seed of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("A seed has 32 bytes, not " + bytes.length);
    }
    return new Seed(bytes.clone());
  }

  /**
   * @param hex 64 hexadecimal digits
   * @throws IllegalArgumentException if it is anything else
   */
  public static Seed ofHex(String hex) {
    if (!hex.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalArgumentException("A seed is written as 64 hexadecimal digits");
    }
    return new Seed(HexFormat.of().parseHex(hex));
  }

  /** Lower-case hex of SHA-256(seed), the public commitment to the seed. */
  public String sha256() {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  /**
   * The stream of one purpose, such as {@code release/1000} or {@code audit/3}. Streams with
   * different labels are independent.
   */
  public RandomStream stream(String label) {
    MessageDigest digest = digest();
    digest.update(DOMAIN);
    digest.update((byte) 0);
    digest.update(bytes);
    digest.update((byte) 0);
    ByteBuffer key = ByteBuffer.wrap(digest.digest(label.getBytes(StandardCharsets.UTF_8)));
    return new RandomStream(key.getLong(), key.getLong());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform has SHA-256", missing);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Seed seed && MessageDigest.isEqual(bytes, seed.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** The commitment: the secret itself never reaches a log. */
  @Override
  public String toString() {
    return "Seed[sha256=" + sha256() + "]";
  }
}
