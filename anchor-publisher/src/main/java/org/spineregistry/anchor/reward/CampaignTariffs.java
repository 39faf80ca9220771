package org.spineregistry.anchor.reward;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a campaign pays for.
 *
 * @param baseline for a case
 * @param windows for a filled follow-up window, by the window's name in the campaign's schema;
 *     other windows earn nothing
 * @param review for an accepted, complete review; null for nothing
 * @param pool what each cycle pays for cases in all, split in proportion to the tariffs; null when
 *     each case earns its tariff itself
 */
public record CampaignTariffs(
    Tariff baseline,
    SortedMap<String, Tariff> windows,
    Tariff review,
    BaseUnits pool,
    Caps caps,
    Safeguards safeguards) {
  /** Name that a case itself has among the windows. */
  public static final String BASELINE = "baseline";

  public CampaignTariffs {
    windows = Collections.unmodifiableSortedMap(new TreeMap<>(windows));
  }

  /** Of a campaign that pays for cases, each its tariff. */
  public CampaignTariffs(
      Tariff baseline, SortedMap<String, Tariff> windows, Caps caps, Safeguards safeguards) {
    this(baseline, windows, null, null, caps, safeguards);
  }

  /** Tariff of a window; empty when the policy pays nothing for it. */
  public Optional<Tariff> of(String window) {
    return Optional.ofNullable(BASELINE.equals(window) ? baseline : windows.get(window));
  }

  /** Whether a cycle cannot be decided without a price. */
  public boolean needsPriceForCases() {
    return baseline.needsPrice() || windows.values().stream().anyMatch(Tariff::needsPrice);
  }

  /** Whether a review cannot be decided without a price. */
  public boolean needsPriceForReviews() {
    return review != null && review.needsPrice();
  }
}
