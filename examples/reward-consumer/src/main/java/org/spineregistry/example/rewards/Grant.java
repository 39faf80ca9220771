package org.spineregistry.example.rewards;

import java.math.BigInteger;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.RewardGranted;

/**
 * A payout decision, as far as a payer needs it.
 *
 * @param terms all that no later decision on the payout may change, in one line
 * @param amount base units; below zero of a reversal
 * @param cut base units that a cap took away
 * @param reverses payout that this one takes back; null of any other
 * @param recovery how a reversed amount comes back; null of any other
 */
record Grant(
    String payoutId,
    String beneficiaryId,
    String terms,
    String kind,
    PayoutDecision decision,
    BigInteger amount,
    BigInteger cut,
    String symbol,
    int decimals,
    String cycleId,
    String reverses,
    String recovery) {
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]*");

  /**
   * @throws BookProblem when an amount is no integer, or negative without taking anything back
   */
  static Grant of(RewardGranted event) {
    BigInteger amount = integer(event.getAmountBaseUnits(), event.getPayoutId());
    BigInteger requested = integer(event.getRequestedBaseUnits(), event.getPayoutId());
    if (amount.signum() * (event.getReverses() == null ? 1 : -1) < 0) {
      throw new BookProblem(BookProblem.Code.MALFORMED_AMOUNT, event.getPayoutId());
    }
    return new Grant(
        event.getPayoutId(),
        event.getBeneficiaryId(),
        terms(event),
        event.getKind().name(),
        event.getDecision(),
        amount,
        requested.subtract(amount),
        event.getCurrency().getSymbol(),
        event.getCurrency().getDecimals(),
        event.getCycleId(),
        event.getReverses(),
        event.getRecovery() == null ? null : event.getRecovery().name());
  }

  private static BigInteger integer(String text, String payoutId) {
    if (!INTEGER.matcher(text).matches()) {
      throw new BookProblem(BookProblem.Code.MALFORMED_AMOUNT, payoutId);
    }
    return new BigInteger(text);
  }

  private static String terms(RewardGranted event) {
    return Stream.of(
            event.getBeneficiaryId(),
            event.getKind(),
            event.getSubjectId(),
            event.getAmountBaseUnits(),
            event.getCurrency().getSymbol(),
            event.getCurrency().getDecimals(),
            event.getCurrency().getMint(),
            event.getPolicyId(),
            event.getPolicyVersion(),
            event.getReverses())
        .map(part -> Objects.toString(part, ""))
        .collect(Collectors.joining("|"));
  }
}
