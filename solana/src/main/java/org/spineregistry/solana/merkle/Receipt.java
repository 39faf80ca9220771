package org.spineregistry.solana.merkle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A text that only its digest leaves the registry of. Its salt keeps anybody from finding the
 * subject by trying, and without the text the digest is of nothing.
 */
public sealed interface Receipt permits ContributionReceipt, ReviewReceipt {
  /** Form of an id. */
  Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** Form of a digest and of a salt. */
  Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  /** The receipt, byte for byte, ASCII. */
  String text();

  /** The leaf of this receipt in a batch. */
  default Leaf leaf() {
    return leafOf(text());
  }

  /**
   * The leaf of a receipt's text.
   *
   * @throws IllegalArgumentException when the first line is that of no receipt
   */
  static Leaf leafOf(String text) {
    return new Leaf(kind(text), sha256(text));
  }

  private static Leaf.Kind kind(String text) {
    if (text.startsWith(ContributionReceipt.FIRST_LINE + "\n")) {
      return Leaf.Kind.CONTRIBUTION;
    }
    if (text.startsWith(ReviewReceipt.FIRST_LINE + "\n")) {
      return Leaf.Kind.REVIEW;
    }
    throw new IllegalArgumentException("the first line is that of no receipt");
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(text.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  /**
   * @throws IllegalArgumentException naming the field, without its value
   */
  static void require(boolean holds, String field) {
    if (!holds) {
      throw new IllegalArgumentException(field + " is not of the form of a receipt");
    }
  }
}
