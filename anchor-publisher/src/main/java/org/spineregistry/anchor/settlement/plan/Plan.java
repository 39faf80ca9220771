package org.spineregistry.anchor.settlement.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.spineregistry.anchor.settlement.plan.Begun.Stage;

/**
 * Who is to be paid now, and how much. Pure: a function of the decisions, the reports and the
 * batches that were begun. A payout is in one batch at a time, and in none after it was paid.
 *
 * @param payments one for each beneficiary that is owed something, by id
 * @param waiting why somebody who is owed something is not paid, or not all of it, by beneficiary
 */
public record Plan(List<Payment> payments, Map<String, Waiting> waiting) {
  /** Most payouts in a payment, so that the intent stays well below Kafka's limit of a record. */
  private static final int MOST_SHARES = 200;

  /** Largest amount of one transfer. */
  private static final BigInteger MOST = BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  /** Why a beneficiary waits. */
  public enum Waiting {
    /** The file of wallets does not name him. */
    NO_WALLET,
    /** His payouts are counted in another token. */
    OTHER_TOKEN,
    /** His token account takes nothing in. */
    ACCOUNT_FROZEN,
    /** Somebody else owns the account that his wallet should have. */
    ACCOUNT_FOREIGN,
    /** A transfer to his account fails, though nothing else is wrong with it. */
    ACCOUNT_REFUSES,
    /** A payout of his is larger than a transfer can be. */
    AMOUNT_TOO_LARGE,
    /** Somebody reported a payout of his with the highest version that there is. */
    NO_VERSION_LEFT
  }

  public Plan {
    payments = List.copyOf(payments);
    waiting = Map.copyOf(waiting);
  }

  /**
   * @param begun by payout, every batch that it is or was in
   * @param coin that is paid with
   * @param hasWallet whether a beneficiary can be paid
   */
  public static Plan of(
      Dues dues, Map<String, List<Begun>> begun, Coin coin, Predicate<String> hasWallet) {
    List<Payment> payments = new ArrayList<>();
    Map<String, Waiting> waiting = new TreeMap<>();
    for (String beneficiary : dues.beneficiaries()) {
      List<Due> all = dues.of(beneficiary);
      List<Due> free = all.stream().filter(due -> isFree(due, begun)).toList();
      List<Due> payable = free.stream().filter(due -> coin.pays(due.coin())).toList();
      if (payable.isEmpty()) {
        if (!free.isEmpty()) {
          waiting.put(beneficiary, Waiting.OTHER_TOKEN);
        }
      } else if (!hasWallet.test(beneficiary)) {
        waiting.put(beneficiary, Waiting.NO_WALLET);
      } else {
        List<Due> fit = new ArrayList<>();
        for (Due due : payable) {
          Optional<Waiting> flaw = flaw(due, begun);
          flaw.ifPresentOrElse(why -> waiting.put(beneficiary, why), () -> fit.add(due));
        }
        payment(beneficiary, fit, owedBack(all, begun), begun).ifPresent(payments::add);
      }
    }
    return new Plan(payments, waiting);
  }

  private static boolean isFree(Due due, Map<String, List<Begun>> begun) {
    return due.left().signum() > 0
        && !due.isReportedSettled()
        && of(due, begun).stream().allMatch(b -> b.stage() == Stage.RELEASED);
  }

  /** Why that payout can never be paid as it is; others of the same beneficiary can. */
  private static Optional<Waiting> flaw(Due due, Map<String, List<Begun>> begun) {
    if (due.left().compareTo(MOST) > 0) {
      return Optional.of(Waiting.AMOUNT_TOO_LARGE);
    }
    return newest(due, begun) == Integer.MAX_VALUE
        ? Optional.of(Waiting.NO_VERSION_LEFT)
        : Optional.empty();
  }

  private static List<Begun> of(Due due, Map<String, List<Begun>> begun) {
    return begun.getOrDefault(due.payoutId(), List.of());
  }

  /**
   * What a beneficiary has got too much: taken back after it was paid, and not yet kept back from
   * another payout. Below zero when something was kept back that need not have been.
   */
  private static BigInteger owedBack(List<Due> all, Map<String, List<Begun>> begun) {
    BigInteger sum = BigInteger.ZERO;
    for (Due due : all) {
      boolean ours = false;
      for (Begun b : of(due, begun)) {
        if (b.stage() == Stage.PAID) {
          sum = sum.add(due.recoverable(b.share().due()));
          ours = true;
        }
        if (b.stage() == Stage.PAID || b.stage() == Stage.OPEN) {
          sum = sum.subtract(b.share().due().subtract(b.share().paid()));
        }
      }
      if (!ours && due.isReportedSettled()) {
        sum = sum.add(due.recoverableByReport());
      }
    }
    return sum;
  }

  /**
   * Nothing is paid while a beneficiary owes back as much as he is owed: his payouts stay what they
   * are until more comes. Otherwise every payment pays at least one base unit, also when those
   * payouts that it has room for are less than what he owes back: the rest of that is kept back
   * from the next ones, which are more.
   */
  private static Optional<Payment> payment(
      String beneficiary, List<Due> payable, BigInteger owedBack, Map<String, List<Begun>> begun) {
    BigInteger keepBack = owedBack.max(BigInteger.ZERO);
    BigInteger all = payable.stream().map(Due::left).reduce(BigInteger.ZERO, BigInteger::add);
    if (all.compareTo(keepBack) <= 0) {
      return Optional.empty();
    }
    List<Due> room = payable.subList(0, Math.min(MOST_SHARES, payable.size()));
    BigInteger most = room.stream().map(Due::left).reduce(BigInteger.ZERO, BigInteger::add);
    keepBack = keepBack.min(most.subtract(BigInteger.ONE));
    List<Share> shares = new ArrayList<>();
    BigInteger total = BigInteger.ZERO;
    for (Due due : room) {
      BigInteger kept = keepBack.min(due.left());
      BigInteger paid = due.left().subtract(kept);
      if (total.add(paid).compareTo(MOST) > 0) {
        break;
      }
      keepBack = keepBack.subtract(kept);
      total = total.add(paid);
      shares.add(new Share(due.payoutId(), version(due, begun), due.left(), paid));
    }
    return Optional.of(new Payment(beneficiary, shares));
  }

  /** One more than any report, also one of ours that did not come back yet. */
  private static int version(Due due, Map<String, List<Begun>> begun) {
    return newest(due, begun) + 1;
  }

  private static int newest(Due due, Map<String, List<Begun>> begun) {
    int ours = of(due, begun).stream().mapToInt(b -> b.share().version()).max().orElse(0);
    return Math.max(ours, due.reportVersion());
  }
}
