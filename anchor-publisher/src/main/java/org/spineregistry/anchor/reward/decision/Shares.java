package org.spineregistry.anchor.reward.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spineregistry.anchor.reward.Asked;
import org.spineregistry.anchor.reward.BaseUnits;
import org.spineregistry.anchor.reward.CampaignTariffs;
import org.spineregistry.anchor.reward.Split;
import org.spineregistry.anchor.reward.Token;
import org.spineregistry.anchor.reward.TokenPrice;

/** What each claim of a cycle asks for: its tariff, or its part of the pool. */
final class Shares {
  private Shares() {}

  /**
   * @param price needed when a tariff names dollars
   * @return one for each claim, in their order
   */
  static List<Asked> of(
      List<Claim> claims, CampaignTariffs tariffs, Token token, TokenPrice price) {
    List<Asked> asked =
        claims.stream().map(claim -> Asked.of(claim.tariff().amount(), token, price)).toList();
    boolean isSplit =
        tariffs.pool() != null
            && asked.stream().anyMatch(share -> share.units().value().signum() > 0);
    return isSplit ? split(tariffs.pool(), claims, asked) : asked;
  }

  /** Of equal remainders the beneficiary whose id sorts first gets the unit. */
  private static List<Asked> split(BaseUnits pool, List<Claim> claims, List<Asked> asked) {
    Integer[] order = IntStream.range(0, claims.size()).boxed().toArray(Integer[]::new);
    Arrays.sort(
        order,
        Comparator.comparing((Integer i) -> claims.get(i).beneficiaryId())
            .thenComparing(i -> claims.get(i).subjectId()));
    List<BaseUnits> parts =
        Split.of(pool, Stream.of(order).map(i -> asked.get(i).units()).toList());
    List<Asked> shares = new ArrayList<>(asked);
    for (int i = 0; i < order.length; i++) {
      shares.set(order[i], new Asked(parts.get(i), null));
    }
    return shares;
  }
}
