package org.spineregistry.solana.merkle;

/**
 * What a contributor gets for an accepted revision of a case. A withdrawal destroys it.
 *
 * @param record SHA-256 of the accepted record's Avro binary, 64 lower-case hexadecimal digits
 * @param salt 32 random bytes, 64 lower-case hexadecimal digits
 */
public record ContributionReceipt(
    String campaignId, String caseId, int revision, String record, String salt) implements Receipt {
  static final String FIRST_LINE = "spine contribution receipt v1";

  /**
   * @throws IllegalArgumentException naming the field, without its value
   */
  public ContributionReceipt {
    Receipt.require(ID.matcher(campaignId).matches(), "campaign");
    Receipt.require(ID.matcher(caseId).matches(), "case");
    Receipt.require(revision > 0, "revision");
    Receipt.require(HEX.matcher(record).matches(), "record");
    Receipt.require(HEX.matcher(salt).matches(), "salt");
  }

  @Override
  public String text() {
    return FIRST_LINE
        + "\ncampaign: "
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
}
