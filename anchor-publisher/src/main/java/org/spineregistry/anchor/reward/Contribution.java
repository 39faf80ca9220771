package org.spineregistry.anchor.reward;

import java.util.Set;

/**
 * What one case brought into a certified cohort.
 *
 * @param ordinal number of the case in its campaign, from 1
 * @param contributorId pseudonym
 * @param revision of the case, as the cohort holds it
 * @param windows names of the follow-up windows that are filled
 */
public record Contribution(
    long ordinal, String caseId, String contributorId, int revision, Set<String> windows) {
  public Contribution {
    windows = Set.copyOf(windows);
  }
}
