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
 * @param waiting why somebody who is owed something is not paid, by beneficiary
 */
public record Plan(List<Payment> payments, Map<String, Waiting> waiting) {
  /** Most payouts in a payment, so that the intent stays a record of some kilobytes. */
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
    ACCOUNT_REFUSES
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
        payment(beneficiary, payable, owedBack(all, begun), begun).ifPresent(payments::add);
      }
    }
    return new Plan(payments, waiting);
  }

  private static boolean isFree(Due due, Map<String, List<Begun>> begun) {
    return due.left().signum() > 0
        && !due.isReportedSettled()
        && of(due, begun).stream().allMatch(b -> b.stage() == Stage.RELEASED);
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
        sum = sum.add(due.recoverable(due.reportedPaid()));
      }
    }
    return sum;
  }

  /**
   * Nothing is paid while a beneficiary owes back as much as he is owed: his payouts stay what they
   * are until more comes.
   */
  private static Optional<Payment> payment(
      String beneficiary, List<Due> payable, BigInteger owedBack, Map<String, List<Begun>> begun) {
    List<Share> shares = new ArrayList<>();
    BigInteger keepBack = owedBack.max(BigInteger.ZERO);
    BigInteger total = BigInteger.ZERO;
    for (Due due : payable) {
      if (shares.size() >= MOST_SHARES && total.signum() > 0) {
        break;
      }
      BigInteger kept = keepBack.min(due.left());
      BigInteger paid = due.left().subtract(kept);
      if (total.add(paid).compareTo(MOST) > 0) {
        break;
      }
      keepBack = keepBack.subtract(kept);
      total = total.add(paid);
      shares.add(new Share(due.payoutId(), version(due, begun), due.left(), paid));
    }
    return total.signum() > 0 ? Optional.of(new Payment(beneficiary, shares)) : Optional.empty();
  }

  /** One more than any report, also one of ours that did not come back yet. */
  private static int version(Due due, Map<String, List<Begun>> begun) {
    int ours = of(due, begun).stream().mapToInt(b -> b.share().version()).max().orElse(0);
    return Math.max(ours, due.reportVersion()) + 1;
  }
}
