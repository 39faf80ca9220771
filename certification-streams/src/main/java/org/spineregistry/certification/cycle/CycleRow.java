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
 * than they were written, so a fact is taken whenever it comes, and the state only moves forward; a
 * new attempt is the one way back.
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
    row.setPolicyVersion(event.getPolicyVersion());
    row.setTrigger(event.getTrigger().name());
    row.setThreshold(event.getThreshold());
    row.setProfile(event.getProfile());
    row.setRequestedAt(event.getRequestedAt());
    if (row.getCases() == null) {
      row.setCases(event.getCases());
    }
    forward(row, CycleState.REQUESTED, event.getRequestedAt());
  }

  static void progress(CertificationStatus row, CertificationProgress event) {
    boolean again = event.getAttempt() > row.getAttempt();
    boolean late = event.getAttempt() < row.getAttempt() || row.getVerdict() != null && !again;
    if (late || row.getAnchor() != null) {
      return;
    }
    if (again) {
      row.setAttempt(event.getAttempt());
      row.setVerdict(null);
      row.setReasons(List.of());
      enter(row, CycleState.RUNNING, event.getAt());
    }
    row.setStage(event.getStage());
    row.setFraction(event.getFraction());
    row.setMessage(event.getMessage());
    forward(row, CycleState.RUNNING, event.getAt());
  }

  static void completed(CertificationStatus row, CertificationCompleted event) {
    row.setPolicyVersion(event.getPolicyVersion());
    row.setThreshold(event.getThreshold());
    row.setProfile(event.getProfile());
    row.setCases(event.getCases());
    row.setAttempt(Math.max(row.getAttempt(), event.getAttempt()));
    row.setVerdict(event.getVerdict().name());
    row.setReasons(event.getReasons());
    row.setGates(event.getGates());
    row.setDatasets(event.getDatasets());
    row.setCertificate(event.getCertificate());
    row.setStage(null);
    row.setMessage(null);
    row.setFraction(event.getVerdict() == CycleVerdict.FAILED ? row.getFraction() : 1.0);
    forward(row, CycleState.valueOf(event.getVerdict().name()), event.getCompletedAt());
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

  /** The order of the states is the order of the enum. */
  private static void forward(CertificationStatus row, CycleState state, Instant at) {
    if (state.ordinal() > row.getState().ordinal()) {
      enter(row, state, at);
    }
    if (at.isAfter(row.getUpdatedAt())) {
      row.setUpdatedAt(at);
    }
  }

  private static void enter(CertificationStatus row, CycleState state, Instant at) {
    row.setState(state);
    row.setStateSince(at);
  }
}
