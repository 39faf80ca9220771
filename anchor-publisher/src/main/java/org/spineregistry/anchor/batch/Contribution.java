package org.spineregistry.anchor.batch;

import java.util.regex.Pattern;

/**
 * An accepted revision of a case on its way to a batch: ids and a digest, no value of the case.
 *
 * @param record SHA-256 of the accepted record's Avro binary
 */
record Contribution(String campaignId, String caseId, int revision, String record) {
  private static final Pattern FIELDS = Pattern.compile("\\|");

  /** Where its place is kept: all revisions of a case lie behind each other. */
  String key() {
    return PlaceKeys.of(caseId, revision);
  }

  /** As it is written to the repartition topic. No field contains the separator. */
  String text() {
    return campaignId + "|" + caseId + "|" + revision + "|" + record;
  }

  static Contribution parse(String text) {
    String[] fields = FIELDS.split(text, -1);
    return new Contribution(fields[0], fields[1], Integer.parseInt(fields[2]), fields[3]);
  }
}
