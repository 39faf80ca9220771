package org.spineregistry.certification.cycle;

import java.time.Instant;
import java.util.List;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.AnchorIntent;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CertificationProgress;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.CycleState;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.IntentState;

/**
 * Folds the events of a cycle into its row. Events of different topics may arrive in another order
 * than they were written, so a fact is taken whenever it comes, and the state only moves forward;
 * the one way back is a new attempt after one that failed. Every order gives the same row, and an
 * event that comes twice changes nothing.
 */
final class CycleRow {
  private CycleRow() {}

  static CertificationStatus empty(String cycleId, String campaignId, Instant at) {
    return CertificationStatus.newBuilder()
        .setCycleId(cycleId)
        .setCampaignId(campaignId)
        .setState(CycleState.REQUESTED)
        .setPolicyVersion(null)
        .setTrigger(null)
        .setThreshold(null)
        .setCases(null)
        .setProfile(null)
        .setStage(null)
        .setMessage(null)
        .setVerdict(null)
        .setCertificate(null)
        .setAnchor(null)
        .setRewards(null)
        .setRequestedAt(null)
        .setUpdatedAt(at)
        .setStateSince(at)
        .build();
  }

  static void requested(CertificationStatus row, CertificationRequested event) {
    if (row.getRequestedAt() != null && event.getRequestedAt().isBefore(row.getRequestedAt())) {
      return; // a copy of an older request
    }
    row.setPolicyVersion(event.getPolicyVersion());
    row.setTrigger(event.getTrigger().name());
    row.setThreshold(event.getThreshold());
    row.setProfile(event.getProfile());
    row.setRequestedAt(event.getRequestedAt());
    if (row.getCases() == null) {
      row.setCases(event.getCases());
    }
    if (event.getAttempt() > 1) {
      again(row, event.getAttempt(), CycleState.REQUESTED, event.getRequestedAt());
    }
    forward(row, CycleState.REQUESTED, event.getRequestedAt());
  }

  static void progress(CertificationStatus row, CertificationProgress event) {
    boolean done = event.getAttempt() == row.getAttempt() && row.getVerdict() != null;
    if (done || event.getAttempt() < row.getAttempt() || isFinal(row)) {
      return;
    }
    again(row, event.getAttempt(), CycleState.RUNNING, event.getAt());
    row.setStage(event.getStage());
    row.setFraction(event.getFraction());
    row.setMessage(event.getMessage());
    forward(row, CycleState.RUNNING, event.getAt());
  }

  static void completed(CertificationStatus row, CertificationCompleted event) {
    boolean failed = event.getVerdict() == CycleVerdict.FAILED;
    if (failed && (event.getAttempt() < row.getAttempt() || isFinal(row))) {
      touch(row, event.getCompletedAt()); // a later attempt has more to say
      return;
    }
    CycleState state = CycleState.valueOf(event.getVerdict().name());
    again(row, event.getAttempt(), state, event.getCompletedAt());
    if (!failed && row.getState() == CycleState.FAILED) {
      enter(row, state, event.getCompletedAt());
    }
    row.setPolicyVersion(event.getPolicyVersion());
    row.setThreshold(event.getThreshold());
    row.setProfile(event.getProfile());
    if (!failed) {
      row.setCases(event.getCases());
    }
    row.setAttempt(event.getAttempt()); // a retry of what is done never begins
    row.setVerdict(event.getVerdict().name());
    row.setReasons(event.getReasons());
    row.setGates(event.getGates());
    row.setDatasets(event.getDatasets());
    row.setCertificate(event.getCertificate());
    row.setDocuments(event.getDocuments());
    row.setStage(null);
    row.setMessage(null);
    row.setFraction(failed ? row.getFraction() : 1.0);
    forward(row, state, event.getCompletedAt());
  }

  static void intent(CertificationStatus row, AnchorIntent event) {
    if (row.getAnchor() == null) {
      row.setMessage(
          event.getState() == IntentState.FAILED ? event.getError() : "anchoring on Solana");
    }
    forward(row, CycleState.ANCHORING, event.getUpdatedAt());
  }

  static void anchored(CertificationStatus row, AnchorFinalized event, Instant at) {
    row.setAnchor(event.getReceipt());
    row.setMessage(null);
    forward(row, CycleState.ANCHORED, at);
  }

  static void rewarded(CertificationStatus row, CycleRewarded event, Instant at) {
    row.setRewards(event.getManifest());
    forward(row, CycleState.REWARDED, at);
  }

  /**
   * A later attempt than the row knows replaces what a failed one said; a verdict on the data
   * stays.
   */
  private static void again(CertificationStatus row, int attempt, CycleState state, Instant at) {
    if (attempt <= row.getAttempt() || isFinal(row)) {
      return;
    }
    row.setAttempt(attempt);
    row.setVerdict(null);
    row.setReasons(List.of());
    row.setStage(null);
    row.setMessage(null);
    row.setFraction(0);
    enter(row, state, at);
  }

  /** There is a verdict on the data, or what only follows one. */
  private static boolean isFinal(CertificationStatus row) {
    return row.getState() == CycleState.REFUSED
        || row.getState().ordinal() >= CycleState.CERTIFIED.ordinal();
  }

  /** The order of the states is the order of the enum. */
  private static void forward(CertificationStatus row, CycleState state, Instant at) {
    if (state.ordinal() > row.getState().ordinal()) {
      enter(row, state, at);
    }
    touch(row, at);
  }

  private static void touch(CertificationStatus row, Instant at) {
    if (at.isAfter(row.getUpdatedAt())) {
      row.setUpdatedAt(at);
    }
  }

  private static void enter(CertificationStatus row, CycleState state, Instant at) {
    row.setState(state);
    row.setStateSince(at);
  }
}
