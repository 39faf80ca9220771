package org.spineregistry.anchor.reward.decision;

import java.util.Comparator;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.Tariff;

/**
 * A contribution that may be paid.
 *
 * @param window its name, or {@code baseline}
 */
record Claim(Contribution contribution, String window, Tariff tariff) {
  /** The order in which caps are used up: it does not depend on the order of arrival. */
  static final Comparator<Claim> CANONICAL =
      Comparator.comparing((Claim claim) -> claim.tariff().kind())
          .thenComparingLong(claim -> claim.contribution().ordinal())
          .thenComparing(Claim::window);

  String subjectId() {
    return subjectId(contribution.caseId(), window);
  }

  static String subjectId(String caseId, String window) {
    return caseId + "/" + window;
  }

  String beneficiaryId() {
    return contribution.contributorId();
  }
}
