package org.spineregistry.anchor.batch;

import java.util.Locale;

/** Keys of places: {@code caseId/revision}, such that revisions sort by number. */
final class PlaceKeys {
  private PlaceKeys() {}

  static String of(String caseId, int revision) {
    return String.format(Locale.ROOT, "%s%010d", prefix(caseId), revision);
  }

  /** What the keys of all revisions of a case begin with. */
  static String prefix(String caseId) {
    return caseId + "/";
  }
}
