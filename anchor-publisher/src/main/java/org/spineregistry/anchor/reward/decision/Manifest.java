package org.spineregistry.anchor.reward.decision;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.service.artifact.Sha256;

/**
 * By what a consumer proves that it has every payout of a cycle, or of a day's reviews.
 *
 * @param granted what the payouts sum to, held ones included
 * @param held how much of it is held
 * @param sha256 over the sorted lines {@code payoutId:amountBaseUnits}, each ended by LF, in ASCII
 */
public record Manifest(
    int payouts,
    Map<String, Integer> payoutsPerKind,
    BaseUnits granted,
    BaseUnits cut,
    BaseUnits held,
    String sha256) {

  /**
   * @param granted payouts, each once
   */
  public static Manifest of(List<KnownPayout> granted) {
    Map<String, Integer> perKind = new TreeMap<>();
    BaseUnits sum = BaseUnits.ZERO;
    BaseUnits cut = BaseUnits.ZERO;
    BaseUnits held = BaseUnits.ZERO;
    for (KnownPayout known : granted) {
      Payout payout = known.payout();
      perKind.merge(payout.kind().name(), 1, Integer::sum);
      sum = sum.plus(payout.granted());
      cut = cut.plus(payout.cut());
      held = known.isHeld() ? held.plus(payout.granted()) : held;
    }
    List<Payout> payouts = granted.stream().map(KnownPayout::payout).toList();
    return new Manifest(granted.size(), perKind, sum, cut, held, digest(payouts));
  }

  private static String digest(List<Payout> payouts) {
    StringBuilder lines = new StringBuilder();
    payouts.stream()
        .map(payout -> payout.payoutId() + ":" + payout.granted())
        .sorted()
        .forEach(line -> lines.append(line).append('\n'));
    return Sha256.hex(lines.toString().getBytes(StandardCharsets.US_ASCII));
  }
}
