package org.spineregistry.anchor.batch;

import org.spineregistry.solana.merkle.Receipt;
import org.spineregistry.solana.merkle.ReviewReceipt;

/**
 * An accepted review.
 *
 * @param record SHA-256 of the accepted record's Avro binary
 */
record Review(String campaignId, String reviewId, String record) implements Accepted {
  @Override
  public String key() {
    return PlaceKeys.ofReview(reviewId);
  }

  @Override
  public String text() {
    return campaignId + "|" + reviewId + "|" + record;
  }

  @Override
  public Receipt receipt(String salt) {
    return new ReviewReceipt(campaignId, reviewId, record, salt);
  }
}
