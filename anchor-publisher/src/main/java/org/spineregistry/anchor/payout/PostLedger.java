package org.spineregistry.anchor.payout;

import java.math.BigInteger;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.spineregistry.anchor.reward.ledger.Balances;
import org.spineregistry.anchor.reward.ledger.Ledger;
import org.spineregistry.anchor.reward.ledger.Ledger.Posted;
import org.spineregistry.anchor.reward.ledger.LedgerPayout;
import org.spineregistry.anchor.reward.ledger.Settlement;
import org.spineregistry.anchor.reward.ledger.Standing;
import org.spineregistry.anchor.reward.ledger.Terms;
import org.spineregistry.event.PayoutDecision;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.event.RewardSettled;
import org.spineregistry.event.SettlementStatus;

/**
 * Books decisions and the payer's reports, in whatever order the two topics bring them. Keyed by
 * beneficiary. Decisions that contradict each other stop the stream; a report that cannot be linked
 * yet is parked.
 */
final class PostLedger extends ContextualProcessor<String, SpecificRecord, Void, Void> {
  private static final Logger LOGGER = LoggerFactory.getLogger(PostLedger.class);

  private KeyValueStore<String, LedgerPayout> payouts;
  private KeyValueStore<String, Balances> balances;
  private KeyValueStore<String, Settlement> parked;

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    super.init(context);
    payouts = context.getStateStore(LedgerStores.PAYOUTS);
    balances = context.getStateStore(LedgerStores.BALANCES);
    parked = context.getStateStore(LedgerStores.PARKED);
  }

  @Override
  public void process(Record<String, SpecificRecord> record) {
    if (record.value() instanceof RewardGranted granted) {
      decided(record.key(), granted);
    } else if (record.value() instanceof RewardSettled settled
        && settled.getStatus() != SettlementStatus.UNKNOWN) {
      settled(record.key(), settlement(settled));
    }
  }

  private void decided(String beneficiaryId, RewardGranted granted) {
    LedgerPayout decision = LedgerPayout.decided(terms(granted), standing(granted.getDecision()));
    String payoutId = granted.getPayoutId();
    Ledger.decided(
            of(beneficiaryId),
            payouts.get(LedgerStores.key(beneficiaryId, payoutId)),
            decision,
            granted.getReverses() == null
                ? null
                : payouts.get(LedgerStores.key(beneficiaryId, granted.getReverses())))
        .ifPresent(posted -> store(beneficiaryId, posted));
    Settlement early = parked.delete(LedgerStores.key(beneficiaryId, payoutId));
    if (early != null) {
      settled(beneficiaryId, early);
    }
  }

  private void settled(String beneficiaryId, Settlement settlement) {
    LedgerPayout known = payouts.get(LedgerStores.key(beneficiaryId, settlement.payoutId()));
    if (known == null || !known.isOwed()) {
      park(beneficiaryId, settlement);
      return;
    }
    Optional<Posted> posted = Ledger.settled(of(beneficiaryId), known, settlement);
    posted.ifPresent(change -> store(beneficiaryId, change));
    if (posted.isPresent()
        && known.standing() == Standing.SETTLED
        && posted.get().payout().standing() == Standing.FAILED) {
      LOGGER
          .atWarn()
          .addKeyValue("payoutId", settlement.payoutId())
          .log("a payout that was settled is reported as failed");
    }
  }

  private void park(String beneficiaryId, Settlement settlement) {
    String key = LedgerStores.key(beneficiaryId, settlement.payoutId());
    Settlement before = parked.get(key);
    if (before == null || before.version() < settlement.version()) {
      parked.put(key, settlement);
    }
  }

  private void store(String beneficiaryId, Posted posted) {
    balances.put(beneficiaryId, posted.balances());
    put(beneficiaryId, posted.payout());
    if (posted.original() != null) {
      put(beneficiaryId, posted.original());
    }
  }

  private void put(String beneficiaryId, LedgerPayout payout) {
    payouts.put(LedgerStores.key(beneficiaryId, payout.terms().payoutId()), payout);
  }

  private Balances of(String beneficiaryId) {
    Balances known = balances.get(beneficiaryId);
    return known == null ? Balances.ZERO : known;
  }

  private static Standing standing(PayoutDecision decision) {
    return switch (decision) {
      case HELD -> Standing.HELD;
      case APPROVED, RELEASED, REVERSED -> Standing.APPROVED;
      case VOIDED -> Standing.VOIDED;
      default -> Standing.PROPOSED;
    };
  }

  private static Terms terms(RewardGranted granted) {
    return new Terms(
        granted.getPayoutId(),
        granted.getKind().name(),
        granted.getSubjectId(),
        new BigInteger(granted.getAmountBaseUnits()).abs(),
        granted.getReverses(),
        granted.getCurrency().getSymbol(),
        granted.getCurrency().getDecimals(),
        granted.getPolicyId(),
        granted.getPolicyVersion(),
        granted.getReasonCode(),
        granted.getCycleId(),
        granted.getEffectiveAt().toEpochMilli());
  }

  private static Settlement settlement(RewardSettled settled) {
    boolean isSettled = settled.getStatus() == SettlementStatus.SETTLED;
    return new Settlement(
        settled.getPayoutId(),
        isSettled,
        settled.getVersion(),
        settled.getSettledAt().toEpochMilli(),
        isSettled ? settled.getSignature() : settled.getReason(),
        isSettled ? paid(settled.getAmountBaseUnits()) : null);
  }

  /** What is no amount counts as no word about it: the whole amount. */
  private static BigInteger paid(String text) {
    return text != null && text.matches("0|[1-9][0-9]{0,39}") ? new BigInteger(text) : null;
  }
}
