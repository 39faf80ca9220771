package org.spineregistry.anchor.reward;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spineregistry.service.artifact.Sha256;

/**
 * By what a consumer proves that it has every payout of a cycle.
 *
 * @param sha256 over the sorted lines {@code payoutId:amountBaseUnits}, each ended by LF, in ASCII
 */
public record Manifest(
    int payouts,
    Map<String, Integer> payoutsPerKind,
    BaseUnits granted,
    BaseUnits cut,
    String sha256) {

  public static Manifest of(List<Payout> payouts) {
    Map<String, Integer> perKind = new TreeMap<>();
    BaseUnits granted = BaseUnits.ZERO;
    BaseUnits cut = BaseUnits.ZERO;
    for (Payout payout : payouts) {
      perKind.merge(payout.kind().name(), 1, Integer::sum);
      granted = granted.plus(payout.granted());
      cut = cut.plus(payout.cut());
    }
    return new Manifest(payouts.size(), perKind, granted, cut, digest(payouts));
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
