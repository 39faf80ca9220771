package org.spineregistry.anchor.reward.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Contribution;

/**
 * What a cohort brings that was not decided on before, and what it does not bring any more.
 *
 * @param fresh in canonical order
 * @param emptied payouts of windows that a later revision of the case leaves empty
 */
record Claims(List<Claim> fresh, List<KnownPayout> emptied) {

  static Claims of(
      RewardBook book, CampaignTariffs tariffs, Instant at, List<Contribution> contributions) {
    List<Claim> fresh = new ArrayList<>();
    List<KnownPayout> emptied = new ArrayList<>();
    for (Contribution contribution : contributions) {
      List<KnownPayout> known = book.ofCase(contribution.caseId());
      Set<String> windows = new TreeSet<>(contribution.windows());
      windows.add(CampaignTariffs.BASELINE);
      known.stream().filter(payout -> isEmptied(payout, contribution)).forEach(emptied::add);
      if (!isBarred(book, tariffs, contribution.caseId(), at)) {
        windows.removeAll(known.stream().map(Claims::window).collect(Collectors.toSet()));
        windows.forEach(
            window ->
                tariffs
                    .of(window)
                    .ifPresent(tariff -> fresh.add(new Claim(contribution, window, tariff))));
      }
    }
    fresh.sort(Claim.CANONICAL);
    return new Claims(fresh, emptied);
  }

  /** An earlier cohort that is anchored later knows less, and says nothing about it. */
  private static boolean isEmptied(KnownPayout known, Contribution contribution) {
    String window = window(known);
    return contribution.revision() > known.earned().revision()
        && !window.equals(CampaignTariffs.BASELINE)
        && !contribution.windows().contains(window);
  }

  /** What would be reversed at once is not granted. */
  private static boolean isBarred(
      RewardBook book, CampaignTariffs tariffs, String caseId, Instant at) {
    return book.bar(caseId)
        .filter(bar -> tariffs.safeguards().clawback().of(bar.cause()).covers(at, bar.at()))
        .isPresent();
  }

  private static String window(KnownPayout known) {
    String subjectId = known.payout().subjectId();
    return subjectId.substring(subjectId.indexOf('/') + 1);
  }
}
