package org.spineregistry.anchor.reward;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Splits a pool by largest remainder (Hamilton). */
public final class Split {
  private Split() {}

  /**
   * Parts that sum to the pool, each less than one unit from its exact share.
   *
   * @param weights not negative, at least one of them above zero; of equal remainders the earlier
   *     one gets the unit
   * @return a part for each weight, in their order
   * @throws IllegalArgumentException when no weight is above zero
   */
  public static List<BaseUnits> of(BaseUnits pool, List<BaseUnits> weights) {
    BigInteger sum =
        weights.stream().map(BaseUnits::value).reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.signum() == 0) {
      throw new IllegalArgumentException("a pool needs a weight above zero");
    }
    List<BigInteger[]> shares =
        weights.stream()
            .map(weight -> pool.value().multiply(weight.value()).divideAndRemainder(sum))
            .toList();
    List<BigInteger> parts = new ArrayList<>(shares.stream().map(share -> share[0]).toList());
    int left =
        pool.value().subtract(parts.stream().reduce(BigInteger.ZERO, BigInteger::add)).intValue();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> shares.get(i)[1]).reversed())
        .limit(left)
        .forEach(i -> parts.set(i, parts.get(i).add(BigInteger.ONE)));
    return parts.stream().map(BaseUnits::new).toList();
  }
}
