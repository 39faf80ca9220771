package org.spineregistry.solana.merkle;

/**
 * What a reviewer gets for an accepted review.
 *
 * @param record SHA-256 of the accepted record's Avro binary, 64 lower-case hexadecimal digits
 * @param salt 32 random bytes, 64 lower-case hexadecimal digits
 */
public record ReviewReceipt(String campaignId, String reviewId, String record, String salt)
    implements Receipt {
  static final String FIRST_LINE = "spine review receipt v1";

  /**
   * @throws IllegalArgumentException naming the field, without its value
   */
  public ReviewReceipt {
    Receipt.require(ID.matcher(campaignId).matches(), "campaign");
    Receipt.require(ID.matcher(reviewId).matches(), "review");
    Receipt.require(HEX.matcher(record).matches(), "record");
    Receipt.require(HEX.matcher(salt).matches(), "salt");
  }

  @Override
  public String text() {
    return FIRST_LINE
        + "\ncampaign: "
        + campaignId
        + "\nreview: "
        + reviewId
        + "\nrecord: sha256:"
        + record
        + "\nsalt: "
        + salt;
  }

  /** Without the salt. */
  @Override
  public String toString() {
    return "receipt of " + reviewId;
  }
}
