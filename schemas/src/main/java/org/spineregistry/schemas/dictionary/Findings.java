package org.spineregistry.schemas.dictionary;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What holds for the list of all findings of a case. */
public final class Findings {

  private Findings() {}

  /** Whether the case is refused. */
  public static boolean reject(Collection<Finding> findings) {
    return findings.stream().anyMatch(Finding::rejects);
  }

  /**
   * All findings in the order of an answer: by stage, within a stage as they came. Queries count
   * only for a case that is not refused and are dropped otherwise.
   */
  public static List<Finding> inOrder(Collection<Finding> findings) {
    boolean refused = reject(findings);
    return findings.stream()
        .filter(finding -> !refused || finding.rejects())
        .sorted(Comparator.comparing(Finding::stage))
        .toList();
  }
}
