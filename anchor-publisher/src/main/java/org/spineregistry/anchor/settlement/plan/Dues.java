package org.spineregistry.anchor.settlement.plan;

import java.math.BigInteger;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spineregistry.event.Recovery;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;

/**
 * What the registry owes to whom, from the decisions and the payers' reports. Both may be repeated;
 * reports may come before their decision. The decisions on one beneficiary come in one order.
 */
public final class Dues {
  private static final String AMOUNT = "0|[1-9][0-9]{0,39}";

  private final Map<String, Map<String, Due>> byBeneficiary = new TreeMap<>();

  /** A payout as a report names it; one that names somebody else's payout is about nobody's. */
  private record Claim(String beneficiaryId, String payoutId) {}

  /** Reports on payouts of which no decision was seen yet, newest only. */
  private final Map<Claim, RewardSettled> early = new HashMap<>();

  /**
   * @throws SettlementProblem when it contradicts what is known: nobody may be paid before somebody
   *     has looked
   */
  public void decided(RewardGranted granted) {
    if (granted.getReverses() == null) {
      payout(granted);
    } else {
      reversal(granted);
    }
  }

  private void payout(RewardGranted granted) {
    String id = granted.getPayoutId();
    Coin coin = new Coin(granted.getCurrency().getMint(), granted.getCurrency().getDecimals());
    BigInteger amount = new BigInteger(granted.getAmountBaseUnits());
    Map<String, Due> dues =
        byBeneficiary.computeIfAbsent(granted.getBeneficiaryId(), b -> new LinkedHashMap<>());
    Due due = dues.computeIfAbsent(id, payoutId -> new Due(payoutId, coin, amount));
    if (!due.amount().equals(amount) || !due.coin().equals(coin)) {
      throw new SettlementProblem("PAYOUT_CONFLICT: payout " + id);
    }
    switch (granted.getDecision()) {
      case APPROVED, RELEASED -> due.approve();
      case VOIDED -> due.makeVoid();
      default -> {} // not to be paid by this word
    }
    RewardSettled report = early.remove(new Claim(granted.getBeneficiaryId(), id));
    if (report != null) {
      reported(report);
    }
  }

  private void reversal(RewardGranted granted) {
    Due original =
        byBeneficiary.getOrDefault(granted.getBeneficiaryId(), Map.of()).get(granted.getReverses());
    if (original == null) {
      throw new SettlementProblem("UNKNOWN_ORIGINAL: payout " + granted.getPayoutId());
    }
    original.takeBack(
        granted.getPayoutId(),
        new BigInteger(granted.getAmountBaseUnits()).abs(),
        granted.getRecovery() != Recovery.REQUEST_RETURN);
  }

  public void reported(RewardSettled report) {
    if (report.getStatus() == SettlementStatus.UNKNOWN) {
      return;
    }
    Due due =
        byBeneficiary.getOrDefault(report.getBeneficiaryId(), Map.of()).get(report.getPayoutId());
    if (due == null) {
      early.merge(
          new Claim(report.getBeneficiaryId(), report.getPayoutId()),
          report,
          (a, b) -> a.getVersion() < b.getVersion() ? b : a);
      return;
    }
    String paid = report.getAmountBaseUnits();
    due.report(
        report.getVersion(),
        report.getStatus() == SettlementStatus.SETTLED,
        paid != null && paid.matches(AMOUNT) ? new BigInteger(paid) : null);
  }

  /** By id. */
  Collection<String> beneficiaries() {
    return byBeneficiary.keySet();
  }

  /** In the order of their first decisions. */
  List<Due> of(String beneficiaryId) {
    return List.copyOf(byBeneficiary.get(beneficiaryId).values());
  }
}
