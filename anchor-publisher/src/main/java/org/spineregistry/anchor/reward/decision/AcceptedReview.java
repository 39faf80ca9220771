package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A review that was accepted. What it says is not here: nobody is paid for an opinion, only for
 * having given one.
 *
 * @param credentialId pseudonym of the reviewer, who is paid
 * @param isComplete whether every answer is there; only then it is paid
 * @param eventId event of the acceptance
 */
public record AcceptedReview(
    String reviewId,
    String campaignId,
    String credentialId,
    boolean isComplete,
    Instant acceptedAt,
    String eventId) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

  /** What is wrong with it; each names a field and its rule. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    id("reviewId", reviewId, problems);
    id("campaignId", campaignId, problems);
    id("credentialId", credentialId, problems);
    return problems;
  }

  private static void id(String field, String id, List<String> problems) {
    if (!ID.matcher(id).matches()) {
      problems.add(field + ": 1 to 64 letters, digits and dashes");
    }
  }
}
