package org.spineregistry.anchor.intent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.spineregistry.event.AnchorAttempt;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.event.IntentState;
import org.spineregistry.solana.finality.Attempt;

/**
 * How an intent changes: QUEUED, then SIGNED with one attempt more each time, then FINALIZED for
 * good, or FAILED until an operator asks for another attempt. Pure: every change is a new record,
 * and a change that the protocol does not know is an error of this program.
 */
public final class Intents {
  /** Kind of an anchor that stands for one certificate. */
  public static final String DATASET = "dataset";

  /** Kind of an anchor that stands for all leaves of a batch. */
  public static final String BATCH = "batch";

  private Intents() {}

  public static AnchorIntent queued(Subject subject, String genesisHash, Instant at) {
    return AnchorIntent.newBuilder()
        .setSubject(subject.digest())
        .setKind(subject.kind())
        .setMemo(subject.memo().text())
        .setCycleId(subject.cycleId())
        .setCampaignId(subject.campaignId())
        .setGenesisHash(genesisHash)
        .setState(IntentState.QUEUED)
        .setAttempts(List.of())
        .setReceipt(null)
        .setError(null)
        .setCertificate(subject.certificate())
        .setContributions(subject.contributions())
        .setCauseId(subject.causeId())
        .setQueuedAt(subject.since())
        .setUpdatedAt(at)
        .build();
  }

  /** Another attempt. All earlier ones stay: each of them could be the one that landed. */
  public static AnchorIntent signed(AnchorIntent intent, AnchorAttempt attempt, Instant at) {
    require(isOpen(intent), intent, "cannot be signed");
    require(attemptOf(intent, attempt.getSignature()) == null, intent, "has this attempt already");
    List<AnchorAttempt> attempts = new ArrayList<>(intent.getAttempts());
    attempts.add(attempt);
    return AnchorIntent.newBuilder(intent)
        .setState(IntentState.SIGNED)
        .setAttempts(List.copyOf(attempts))
        .setUpdatedAt(at)
        .build();
  }

  /** The attempt that the receipt names stands finalized, and was read back and compared. */
  public static AnchorIntent finalized(AnchorIntent intent, AnchorReceipt receipt, Instant at) {
    require(intent.getState() == IntentState.SIGNED, intent, "cannot be finalized");
    require(attemptOf(intent, receipt.getSignature()) != null, intent, "never had that attempt");
    require(receipt.getMemo().equals(intent.getMemo()), intent, "has another memo");
    require(
        receipt.getGenesisHash().equals(intent.getGenesisHash()), intent, "is of another cluster");
    return AnchorIntent.newBuilder(intent)
        .setState(IntentState.FINALIZED)
        .setReceipt(receipt)
        .setUpdatedAt(at)
        .build();
  }

  /** An attempt is final with an error: the fee was paid, the memo does not count. */
  public static AnchorIntent failed(
      AnchorIntent intent, String signature, String error, Instant at) {
    require(intent.getState() == IntentState.SIGNED, intent, "cannot fail");
    require(attemptOf(intent, signature) != null, intent, "never had that attempt");
    return AnchorIntent.newBuilder(intent)
        .setState(IntentState.FAILED)
        .setAttempts(Attempts.failed(intent.getAttempts(), signature, error))
        .setError(error)
        .setUpdatedAt(at)
        .build();
  }

  /**
   * The digest cannot be anchored, because its marker exists and nobody has the transaction that
   * made it. An operator decides.
   */
  public static AnchorIntent barred(AnchorIntent intent, String error, Instant at) {
    require(intent.getState() != IntentState.FINALIZED, intent, "cannot be barred");
    return AnchorIntent.newBuilder(intent)
        .setState(IntentState.FAILED)
        .setError(error)
        .setUpdatedAt(at)
        .build();
  }

  /**
   * An operator wants another attempt. Where an earlier one may still land, the intent waits like
   * any other until it can no longer.
   */
  public static AnchorIntent requeued(AnchorIntent intent, Instant at) {
    require(intent.getState() == IntentState.FAILED, intent, "has not failed");
    return AnchorIntent.newBuilder(intent)
        .setState(
            Attempts.live(intent.getAttempts()).isEmpty() ? IntentState.QUEUED : IntentState.SIGNED)
        .setError(null)
        .setUpdatedAt(at)
        .build();
  }

  /** Whether there is still something to do. */
  public static boolean isOpen(AnchorIntent intent) {
    return intent.getState() == IntentState.QUEUED || intent.getState() == IntentState.SIGNED;
  }

  /** The attempts that may land or have landed well, as the decision takes them. */
  public static List<Attempt> attempts(AnchorIntent intent) {
    return Attempts.forDecision(intent.getAttempts());
  }

  /** Newest of the attempts that may still land. */
  public static AnchorAttempt newest(AnchorIntent intent) {
    return Attempts.newest(intent.getAttempts());
  }

  /**
   * @return null when the intent has no such attempt
   */
  public static AnchorAttempt attemptOf(AnchorIntent intent, String signature) {
    return Attempts.find(intent.getAttempts(), signature);
  }

  private static void require(boolean holds, AnchorIntent intent, String problem) {
    if (!holds) {
      throw new IllegalStateException(
          "intent " + intent.getSubject() + ", " + intent.getState() + ", " + problem);
    }
  }
}
