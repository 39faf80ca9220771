package org.spineregistry.ingestor.revision;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What intake remembers of a case: its latest accepted content, and the digests of its revisions. A
 * withdrawn case leaves a marker without content.
 *
 * @param campaignId campaign; empty in the marker
 * @param revision latest accepted revision; 0 in the marker
 * @param withdrawn whether this is the marker
 * @param values filled variables of the latest revision as text
 * @param digests revision to the digest of its content, the newest {@value #MOST_REVISIONS}
 */
public record CaseHistory(
    String campaignId,
    int revision,
    boolean withdrawn,
    SortedMap<String, String> values,
    SortedMap<Integer, String> digests) {

  /** Bound of the state: follow-up ends after a handful of revisions. */
  static final int MOST_REVISIONS = 64;

  public CaseHistory {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    digests = Collections.unmodifiableSortedMap(newest(digests));
  }

  private static SortedMap<Integer, String> newest(Map<Integer, String> digests) {
    TreeMap<Integer, String> newest = new TreeMap<>(digests);
    while (newest.size() > MOST_REVISIONS) {
      newest.pollFirstEntry();
    }
    return newest;
  }

  /** What stays of a case after its withdrawal. */
  public static CaseHistory withdrawnMarker() {
    return new CaseHistory("", 0, true, Collections.emptySortedMap(), Collections.emptySortedMap());
  }

  /** Counts only, since the values are health data. */
  @Override
  public String toString() {
    return "CaseHistory[" + (withdrawn ? "withdrawn" : campaignId + ", revision " + revision) + "]";
  }
}
