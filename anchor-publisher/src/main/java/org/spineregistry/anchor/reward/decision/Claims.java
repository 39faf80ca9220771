package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Clawback;
import org.spineregistry.anchor.reward.Contribution;

/**
 * What a cohort brings that was not decided on before, and what it does not bring any more.
 *
 * @param fresh in canonical order
 * @param emptied payouts of windows that a later revision of the case leaves empty
 */
record Claims(List<Claim> fresh, List<KnownPayout> emptied) {
  private static final int FIRST_REVISION = 1;

  /**
   * @param windows all that any version of the policy ever paid for in the campaign
   */
  static Claims of(
      RewardBook book,
      CampaignTariffs tariffs,
      Set<String> windows,
      Instant at,
      List<Contribution> contributions) {
    Claims claims = new Claims(new ArrayList<>(), new ArrayList<>());
    for (Contribution contribution : contributions) {
      boolean isBarred = isBarred(book, tariffs, contribution.caseId(), at);
      for (String window : windows) {
        if (!isFilled(contribution, window) && contribution.revision() <= FIRST_REVISION) {
          continue; // nothing was there before
        }
        Optional<KnownPayout> known =
            book.ofSubject(Claim.subjectId(contribution.caseId(), window));
        if (known.isPresent()) {
          known
              .filter(payout -> isEmptied(payout, window, contribution))
              .ifPresent(claims.emptied::add);
        } else if (!isBarred && isFilled(contribution, window)) {
          tariffs
              .of(window)
              .ifPresent(tariff -> claims.fresh.add(new Claim(contribution, window, tariff)));
        }
      }
    }
    claims.fresh.sort(Claim.CANONICAL);
    return claims;
  }

  /** An earlier cohort that is anchored later knows less, and says nothing about it. */
  private static boolean isEmptied(KnownPayout known, String window, Contribution contribution) {
    return contribution.revision() > known.earned().revision() && !isFilled(contribution, window);
  }

  private static boolean isFilled(Contribution contribution, String window) {
    return window.equals(CampaignTariffs.BASELINE) || contribution.windows().contains(window);
  }

  /** What would be reversed at once is not granted. */
  private static boolean isBarred(
      RewardBook book, CampaignTariffs tariffs, String caseId, Instant at) {
    Clawback clawback = tariffs.safeguards().clawback();
    return book.bars(caseId).stream()
        .anyMatch(bar -> clawback.of(bar.cause()).covers(at, bar.at()));
  }
}
