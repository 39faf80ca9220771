package org.spineregistry.anchor.settlement.plan;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** One payout, as the decisions and the payers' reports tell it so far. Base units throughout. */
final class Due {
  /**
   * @param offsets whether later payouts are cut when it takes back what was paid already
   */
  private record Reversal(BigInteger amount, boolean offsets) {}

  private final String payoutId;
  private final Coin coin;
  private final BigInteger amount;
  private final List<Reversal> reversals = new ArrayList<>();
  private final Set<String> reversalIds = new HashSet<>();
  private boolean approved;
  private boolean voided;
  private int reportVersion;
  private boolean reportedSettled;
  private BigInteger reportedPaid;

  Due(String payoutId, Coin coin, BigInteger amount) {
    this.payoutId = payoutId;
    this.coin = coin;
    this.amount = amount;
  }

  String payoutId() {
    return payoutId;
  }

  Coin coin() {
    return coin;
  }

  BigInteger amount() {
    return amount;
  }

  void approve() {
    approved = true;
  }

  void makeVoid() {
    voided = true;
  }

  /** The same reversal again changes nothing. */
  void takeBack(String reversalId, BigInteger amount, boolean offsets) {
    if (reversalIds.add(reversalId)) {
      reversals.add(new Reversal(amount, offsets));
    }
  }

  /**
   * The report with the highest version counts.
   *
   * @param paid null for the whole amount
   */
  void report(int version, boolean settled, BigInteger paid) {
    if (version > reportVersion) {
      reportVersion = version;
      reportedSettled = settled;
      reportedPaid = paid == null ? amount : paid;
    }
  }

  int reportVersion() {
    return reportVersion;
  }

  /** Whether somebody reported that it was paid. */
  boolean isReportedSettled() {
    return reportedSettled;
  }

  /** What is left to be paid of it, whoever may have begun to; zero when it is not to be paid. */
  BigInteger left() {
    if (!approved || voided) {
      return BigInteger.ZERO;
    }
    BigInteger all =
        reversals.stream().map(Reversal::amount).reduce(BigInteger.ZERO, BigInteger::add);
    return amount.subtract(all).max(BigInteger.ZERO);
  }

  /**
   * What was taken back after it was paid and is to be kept back from later payouts. Reversals of a
   * payout come in one order, so the first of them are those that were known when it was paid.
   *
   * @param due what was left of it when it was paid
   */
  BigInteger recoverable(BigInteger due) {
    BigInteger before = amount.subtract(due);
    BigInteger recoverable = BigInteger.ZERO;
    for (Reversal reversal : reversals) {
      BigInteger known = before.min(reversal.amount());
      before = before.subtract(known);
      if (reversal.offsets()) {
        recoverable = recoverable.add(reversal.amount().subtract(known));
      }
    }
    return recoverable;
  }

  /**
   * The same for a payout of which only its report is known. Below zero when it says that less was
   * paid than is left: the difference was kept back against another payout.
   */
  BigInteger recoverableByReport() {
    BigInteger tooMuch = reportedPaid.subtract(left());
    return tooMuch.signum() > 0 ? recoverable(reportedPaid) : tooMuch;
  }
}
