package org.spineregistry.anchor.batch;

import org.spineregistry.solana.merkle.ContributionReceipt;
import org.spineregistry.solana.merkle.Receipt;

/**
 * An accepted revision of a case.
 *
 * @param record SHA-256 of the accepted record's Avro binary
 */
record Contribution(String campaignId, String caseId, int revision, String record)
    implements Accepted {

  /** All revisions of a case lie behind each other. */
  @Override
  public String key() {
    return PlaceKeys.of(caseId, revision);
  }

  @Override
  public String text() {
    return campaignId + "|" + caseId + "|" + revision + "|" + record;
  }

  @Override
  public Receipt receipt(String salt) {
    return new ContributionReceipt(campaignId, caseId, revision, record, salt);
  }
}
