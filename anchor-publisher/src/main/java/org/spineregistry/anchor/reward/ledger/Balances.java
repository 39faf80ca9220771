package org.spineregistry.anchor.reward.ledger;

import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Base units of one beneficiary in each account. Every entry takes from one account what it gives
 * to another, so that they sum to zero.
 */
public record Balances(Map<Account, BigInteger> amounts) {
  public static final Balances ZERO = new Balances(Map.of());

  public Balances {
    Map<Account, BigInteger> all = new EnumMap<>(Account.class);
    for (Account account : Account.values()) {
      all.put(account, amounts.getOrDefault(account, BigInteger.ZERO));
    }
    amounts = Collections.unmodifiableMap(all);
  }

  /**
   * @param amount not negative
   */
  Balances move(Account from, Account to, BigInteger amount) {
    Map<Account, BigInteger> moved = new EnumMap<>(amounts);
    moved.merge(from, amount.negate(), BigInteger::add);
    moved.merge(to, amount, BigInteger::add);
    return new Balances(moved);
  }

  public BigInteger of(Account account) {
    return amounts.get(account);
  }

  /** Zero, unless somebody changed the state by hand. */
  public BigInteger sum() {
    return amounts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
  }
}
