package org.spineregistry.anchor.reward;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * A contribution that may be paid.
 *
 * @param subjectId caseId/window
 */
record Claim(long ordinal, String window, String subjectId, String beneficiaryId, Tariff tariff) {
  /** The order in which caps are used up: it does not depend on the order of arrival. */
  static final Comparator<Claim> CANONICAL =
      Comparator.comparing((Claim claim) -> claim.tariff().kind())
          .thenComparingLong(Claim::ordinal)
          .thenComparing(Claim::window);

  /** Claims of a cohort in canonical order, without those that were paid before. */
  static List<Claim> of(
      CampaignTariffs tariffs, List<Contribution> contributions, Predicate<String> paid) {
    List<Claim> claims = new ArrayList<>();
    for (Contribution contribution : contributions) {
      add(claims, tariffs, contribution, CampaignTariffs.BASELINE);
      contribution.windows().forEach(window -> add(claims, tariffs, contribution, window));
    }
    claims.removeIf(claim -> paid.test(claim.subjectId()));
    claims.sort(CANONICAL);
    return claims;
  }

  private static void add(
      List<Claim> claims, CampaignTariffs tariffs, Contribution contribution, String window) {
    String subjectId = contribution.caseId() + "/" + window;
    tariffs
        .of(window)
        .ifPresent(
            tariff ->
                claims.add(
                    new Claim(
                        contribution.ordinal(),
                        window,
                        subjectId,
                        contribution.contributorId(),
                        tariff)));
  }
}
