package org.spineregistry.anchor.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.spineregistry.anchor.reward.ledger.Account;
import org.spineregistry.anchor.reward.ledger.Balances;
import org.spineregistry.anchor.reward.ledger.LedgerPayout;
import org.spineregistry.anchor.reward.ledger.Settlement;

/**
 * A beneficiary's ledger as the API shows it. Amounts are decimal strings of base units.
 *
 * @param balances by account: held, payable (below zero: to be recovered), paid
 * @param next id to ask for the next page with; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BeneficiaryAnswer(
    String beneficiaryId, Map<String, String> balances, List<Payout> payouts, String next) {

  /**
   * One payout.
   *
   * @param reversedBaseUnits how much of it was taken back
   * @param report what the payer said last; absent before
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Payout(
      String payoutId,
      String kind,
      String subjectId,
      String amountBaseUnits,
      String symbol,
      int decimals,
      String state,
      String reasonCode,
      String policyId,
      int policyVersion,
      String cycleId,
      String reverses,
      String reversedBaseUnits,
      Instant effectiveAt,
      Report report) {
    static Payout of(LedgerPayout payout) {
      var terms = payout.terms();
      return new Payout(
          terms.payoutId(),
          terms.kind(),
          terms.subjectId(),
          terms.amount().toString(),
          terms.symbol(),
          terms.decimals(),
          payout.standing().name(),
          terms.reasonCode(),
          terms.policyId(),
          terms.policyVersion(),
          terms.cycleId(),
          terms.reverses(),
          payout.reversed().toString(),
          Instant.ofEpochMilli(terms.effectiveAt()),
          Report.of(payout.report()));
    }
  }

  /**
   * What the payer said.
   *
   * @param paidBaseUnits what was paid, when it was not the whole amount; absent otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Report(
      int version, Instant at, String signature, String reason, String paidBaseUnits) {
    static Report of(Settlement report) {
      return report == null
          ? null
          : new Report(
              report.version(),
              Instant.ofEpochMilli(report.at()),
              report.isSettled() ? report.note() : null,
              report.isSettled() ? null : report.note(),
              report.paid() == null ? null : report.paid().toString());
    }
  }

  static BeneficiaryAnswer of(
      String beneficiaryId, Balances balances, List<LedgerPayout> page, String next) {
    Map<String, String> shown = new TreeMap<>();
    for (Account account : List.of(Account.HELD, Account.PAYABLE, Account.PAID)) {
      shown.put(account.name().toLowerCase(Locale.ROOT), balances.of(account).toString());
    }
    return new BeneficiaryAnswer(
        beneficiaryId, shown, page.stream().map(Payout::of).toList(), next);
  }
}
