package org.spineregistry.solana.merkle;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * A leaf of a batch: {@code spine1:l:}, the kind, {@code :} and a digest, 75 bytes of ASCII.
 *
 * @param sha256 64 lower-case hexadecimal digits. What few values could have made, such as one case
 *     or one review, is hashed with 32 random bytes, so that nobody finds it by trying
 */
public record Leaf(Kind kind, String sha256) {
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /** What the digest is of. */
  public enum Kind {
    /** A certificate file. */
    DATASET("d"),
    /** The receipt of an accepted contribution, with its salt. */
    CONTRIBUTION("c"),
    /** The receipt of an accepted review, with its salt. */
    REVIEW("r");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }

    String letter() {
      return letter;
    }
  }

  public Leaf {
    if (!DIGEST.matcher(sha256).matches()) {
      throw new IllegalArgumentException("sha256 must be 64 lower-case hexadecimal digits");
    }
  }

  /**
   * @throws IllegalArgumentException unless the whole text is a leaf of this format
   */
  public static Leaf parse(String text) {
    for (Kind kind : Kind.values()) {
      String prefix = prefix(kind);
      if (text.startsWith(prefix)) {
        return new Leaf(kind, text.substring(prefix.length()));
      }
    }
    throw new IllegalArgumentException("not a leaf of format spine1");
  }

  private static String prefix(Kind kind) {
    return "spine1:l:" + kind.letter() + ":";
  }

  /** The leaf, byte for byte. */
  public String text() {
    return prefix(kind) + sha256;
  }

  /** What the tree hashes. */
  public byte[] entry() {
    return text().getBytes(StandardCharsets.US_ASCII);
  }
}
