package org.spineregistry.anchor.settlement;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spineregistry.anchor.intent.Attempts;
import org.spineregistry.anchor.settlement.plan.Payment;
import org.spineregistry.anchor.settlement.plan.Share;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.IntentState;
import org.spineregistry.event.SettledPayout;
import org.spineregistry.event.SettlementIntent;
import org.spineregistry.event.SettlementPayment;
import org.spineregistry.service.artifact.Sha256;

/**
 * How a batch changes: put together, SIGNED with one attempt more each time, then FINALIZED for
 * good, or FAILED until an operator releases its payouts. Pure.
 */
final class Batches {
  private Batches() {}

  /**
   * @param payments with what their transfers need, in the order of the transfers
   */
  static Batch planned(List<ReadyPayment> payments, String genesisHash, String mint, Instant at) {
    return new Batch(
        SettlementIntent.newBuilder()
            .setBatchId(id(payments, genesisHash, mint))
            .setState(IntentState.QUEUED)
            .setGenesisHash(genesisHash)
            .setMint(mint)
            .setPayments(payments.stream().map(Batches::payment).toList())
            .setAttempts(List.of())
            .setSignature(null)
            .setSlot(null)
            .setError(null)
            .setReleased(false)
            .setPlannedAt(at)
            .setUpdatedAt(at)
            .build());
  }

  /** The same payouts and amounts, paid for the first time, are the same batch. */
  static String id(List<ReadyPayment> payments, String genesisHash, String mint) {
    String shares =
        payments.stream()
            .flatMap(ready -> ready.payment().shares().stream())
            .map(share -> share.payoutId() + ":" + share.version() + ":" + share.paid() + "\n")
            .sorted()
            .collect(Collectors.joining());
    String text = "spine-settlement/1\n" + genesisHash + "\n" + mint + "\n" + shares;
    return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static SettlementPayment payment(ReadyPayment ready) {
    Payment payment = ready.payment();
    return SettlementPayment.newBuilder()
        .setBeneficiaryId(payment.beneficiaryId())
        .setCreatesAccount(ready.createsAccount())
        .setPayouts(payment.shares().stream().map(Batches::payout).toList())
        .build();
  }

  private static SettledPayout payout(Share share) {
    return SettledPayout.newBuilder()
        .setPayoutId(share.payoutId())
        .setVersion(share.version())
        .setDueBaseUnits(share.due().toString())
        .setPaidBaseUnits(share.paid().toString())
        .build();
  }

  /** Another attempt. All earlier ones stay: each of them could be the one that landed. */
  static Batch signed(Batch batch, AnchorAttempt attempt, Instant at) {
    require(batch.isOpen(), batch, "cannot be signed");
    List<AnchorAttempt> attempts = new ArrayList<>(batch.attempts());
    attempts.add(attempt);
    return new Batch(
        SettlementIntent.newBuilder(batch.intent())
            .setState(IntentState.SIGNED)
            .setAttempts(List.copyOf(attempts))
            .setUpdatedAt(at)
            .build());
  }

  /** An attempt stands finalized, and was read back and compared. */
  static Batch finalized(Batch batch, String signature, long slot, Instant at) {
    require(batch.state() == IntentState.SIGNED, batch, "cannot be finalized");
    require(Attempts.find(batch.attempts(), signature) != null, batch, "never had that attempt");
    return new Batch(
        SettlementIntent.newBuilder(batch.intent())
            .setState(IntentState.FINALIZED)
            .setSignature(signature)
            .setSlot(slot)
            .setUpdatedAt(at)
            .build());
  }

  /**
   * Nothing of the batch was paid, and nothing can be any more.
   *
   * @param signature of the attempt that is final with the error; null when all have expired
   */
  static Batch failed(Batch batch, String signature, String error, Instant at) {
    require(batch.state() == IntentState.SIGNED, batch, "cannot fail");
    return new Batch(
        SettlementIntent.newBuilder(batch.intent())
            .setState(IntentState.FAILED)
            .setAttempts(Attempts.failed(batch.attempts(), signature, error))
            .setError(error)
            .setUpdatedAt(at)
            .build());
  }

  /**
   * An operator gives the payouts of a failed batch back. None of its attempts can land any more:
   * all but the one that failed were proven to be expired.
   */
  static Batch released(Batch batch, Instant at) {
    require(batch.state() == IntentState.FAILED, batch, "has not failed");
    return new Batch(
        SettlementIntent.newBuilder(batch.intent()).setReleased(true).setUpdatedAt(at).build());
  }

  private static void require(boolean holds, Batch batch, String problem) {
    if (!holds) {
      throw new IllegalStateException(
          "batch " + batch.subject() + ", " + batch.state() + ", " + problem);
    }
  }
}
