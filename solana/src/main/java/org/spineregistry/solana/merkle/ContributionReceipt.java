package org.spineregistry.solana.merkle;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * What a contributor gets for an accepted revision of a case: a text that only its digest leaves
 * the registry of. The salt keeps anybody from finding the case by trying, and without the text,
 * which a withdrawal destroys, the digest is of nothing.
 *
 * @param record SHA-256 of the accepted record's Avro binary, 64 lower-case hexadecimal digits
 * @param salt 32 random bytes, 64 lower-case hexadecimal digits
 */
public record ContributionReceipt(
    String campaignId, String caseId, int revision, String record, String salt) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException naming the field, without its value
   */
  public ContributionReceipt {
    require(ID.matcher(campaignId).matches(), "campaign");
    require(ID.matcher(caseId).matches(), "case");
    require(revision > 0, "revision");
    require(DIGEST.matcher(record).matches(), "record");
    require(DIGEST.matcher(salt).matches(), "salt");
  }

  private static void require(boolean holds, String field) {
    if (!holds) {
      throw new IllegalArgumentException(field + " is not of the form of a receipt");
    }
  }

  /** The receipt, byte for byte, ASCII. */
  public String text() {
    return "spine contribution receipt v1\ncampaign: "
        + campaignId
        + "\ncase: "
        + caseId
        + "\nrevision: "
        + revision
        + "\nrecord: sha256:"
        + record
        + "\nsalt: "
        + salt;
  }

  /** Without the salt. */
  @Override
  public String toString() {
    return "receipt of " + caseId + "/" + revision;
  }

  /** The leaf of this receipt in a batch. */
  public Leaf leaf() {
    return leafOf(text());
  }

  /** The leaf of a receipt's text. */
  public static Leaf leafOf(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
      return new Leaf(Leaf.Kind.CONTRIBUTION, HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
