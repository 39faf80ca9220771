package org.spineregistry.anchor.batch;

/**
 * Keys of places: {@code caseId/revision}, such that revisions sort by number, and {@code
 * review/reviewId}: whoever gives a case the id of a review must not get at its place.
 */
final class PlaceKeys {
  private static final String ZEROS = "0000000000";

  private PlaceKeys() {}

  static String of(String caseId, int revision) {
    String digits = Integer.toString(revision);
    return prefix(caseId) + ZEROS.substring(digits.length()) + digits;
  }

  static String ofReview(String reviewId) {
    return "review/" + reviewId;
  }

  /** What the keys of all revisions of a case begin with. */
  static String prefix(String caseId) {
    return caseId + "/";
  }
}
