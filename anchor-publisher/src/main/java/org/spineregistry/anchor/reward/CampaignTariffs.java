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
 */
public record CampaignTariffs(
    Tariff baseline, SortedMap<String, Tariff> windows, Caps caps, Safeguards safeguards) {
  /** Name that a case itself has among the windows. */
  public static final String BASELINE = "baseline";

  public CampaignTariffs {
    windows = Collections.unmodifiableSortedMap(new TreeMap<>(windows));
  }

  /** Tariff of a window; empty when the policy pays nothing for it. */
  public Optional<Tariff> of(String window) {
    return Optional.ofNullable(BASELINE.equals(window) ? baseline : windows.get(window));
  }
}
