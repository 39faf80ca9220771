package org.spineregistry.anchor.batch;

import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.spineregistry.event.ReviewAccepted;
import org.spineregistry.service.artifact.Sha256;
import org.spineregistry.solana.merkle.Receipt;

/** Takes ids and a digest from an accepted review. */
final class ReviewReader implements Deserializer<Review> {
  private final Deserializer<ReviewAccepted> reviews;

  ReviewReader(Deserializer<ReviewAccepted> reviews) {
    this.reviews = reviews;
  }

  /**
   * @return null for null
   * @throws SerializationException when the bytes are no review
   */
  @Override
  public Review deserialize(String topic, byte[] bytes) {
    if (bytes == null) {
      return null;
    }
    ReviewAccepted review = reviews.deserialize(topic, bytes);
    if (!isId(review.getCampaignId()) || !isId(review.getReviewId())) {
      throw new SerializationException("campaignId, reviewId: 1 to 64 letters, digits and dashes");
    }
    return new Review(
        review.getCampaignId(),
        review.getReviewId(),
        Sha256.hex(Arrays.copyOfRange(bytes, ContributionReader.WIRE_HEADER, bytes.length)));
  }

  private static boolean isId(String text) {
    return Receipt.ID.matcher(text).matches();
  }
}
