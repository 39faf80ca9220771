package org.spineregistry.anchor.settlement;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.spineregistry.anchor.protocol.ChainIntent;
import org.spineregistry.anchor.settlement.plan.Begun;
import org.spineregistry.anchor.settlement.plan.Payment;
import org.spineregistry.anchor.settlement.plan.Share;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.IntentState;
import org.spineregistry.event.SettledPayout;
import org.spineregistry.event.SettlementIntent;
import org.spineregistry.event.SettlementPayment;

/** A batch of payments that one transaction makes, as its intent has it. */
public record Batch(SettlementIntent intent) implements ChainIntent {
  @Override
  public String subject() {
    return intent.getBatchId();
  }

  @Override
  public IntentState state() {
    return intent.getState();
  }

  @Override
  public String genesisHash() {
    return intent.getGenesisHash();
  }

  @Override
  public List<AnchorAttempt> attempts() {
    return intent.getAttempts();
  }

  @Override
  public Instant since() {
    return intent.getPlannedAt();
  }

  public List<Payment> payments() {
    return intent.getPayments().stream().map(Batch::payment).toList();
  }

  private static Payment payment(SettlementPayment payment) {
    return new Payment(
        payment.getBeneficiaryId(), payment.getPayouts().stream().map(Batch::share).toList());
  }

  private static Share share(SettledPayout payout) {
    return new Share(
        payout.getPayoutId(),
        payout.getVersion(),
        new BigInteger(payout.getDueBaseUnits()),
        new BigInteger(payout.getPaidBaseUnits()));
  }

  /** Base units of all payments. */
  public BigInteger amount() {
    return payments().stream().map(Payment::amount).reduce(BigInteger.ZERO, BigInteger::add);
  }

  Begun.Stage stage() {
    return switch (state()) {
      case FINALIZED -> Begun.Stage.PAID;
      case FAILED -> intent.getReleased() ? Begun.Stage.RELEASED : Begun.Stage.FAILED;
      default -> Begun.Stage.OPEN;
    };
  }
}
