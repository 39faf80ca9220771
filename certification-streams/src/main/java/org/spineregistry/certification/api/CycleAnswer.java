package org.spineregistry.certification.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.spineregistry.event.AnchorReceipt;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CertificationStatus;
import org.spineregistry.event.GateOutcome;
import org.spineregistry.event.RewardManifest;

/**
 * A cycle as the API shows it. Times are ISO 8601 in UTC; amounts are decimal strings of base
 * units.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CycleAnswer(
    String cycleId,
    String campaignId,
    String state,
    String verdict,
    List<String> reasons,
    Integer policyVersion,
    String trigger,
    Long threshold,
    Long cases,
    String profile,
    int attempt,
    String stage,
    double fraction,
    String message,
    List<Gate> gates,
    List<File> datasets,
    File certificate,
    List<File> documents,
    Anchor anchor,
    Rewards rewards,
    Instant requestedAt,
    Instant updatedAt,
    Instant stateSince) {

  /** A gate: what was measured and what decided. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Gate(
      String id,
      String title,
      Double value,
      Double lower,
      Double upper,
      Double bound,
      String direction,
      String verdict,
      String detail) {
    static Gate of(GateOutcome gate) {
      return new Gate(
          gate.getId(),
          gate.getTitle(),
          gate.getValue(),
          gate.getLower(),
          gate.getUpper(),
          gate.getBound(),
          gate.getDirection(),
          gate.getVerdict(),
          gate.getDetail());
    }
  }

  /** A file of the store. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record File(String name, String uri, String sha256, long bytes, Long rows) {
    static File of(ArtifactReference file) {
      return file == null
          ? null
          : new File(
              file.getName(), file.getUri(), file.getSha256(), file.getBytes(), file.getRows());
    }
  }

  /** Where the certificate's digest stands on the chain. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Anchor(
      String genesisHash,
      String publisher,
      String signature,
      long slot,
      Long blockTime,
      String memo) {
    static Anchor of(AnchorReceipt receipt) {
      return receipt == null
          ? null
          : new Anchor(
              receipt.getGenesisHash(),
              receipt.getPublisher(),
              receipt.getSignature(),
              receipt.getSlot(),
              receipt.getBlockTime(),
              receipt.getMemo());
    }
  }

  /** Completeness proof for the payouts of the cycle. */
  public record Rewards(
      String policyId,
      int policyVersion,
      int payouts,
      String grantedBaseUnits,
      String cutBaseUnits,
      String sha256) {
    static Rewards of(RewardManifest manifest) {
      return manifest == null
          ? null
          : new Rewards(
              manifest.getPolicyId(),
              manifest.getPolicyVersion(),
              manifest.getPayouts(),
              manifest.getGrantedBaseUnits(),
              manifest.getCutBaseUnits(),
              manifest.getSha256());
    }
  }

  static CycleAnswer of(CertificationStatus row) {
    return new CycleAnswer(
        row.getCycleId(),
        row.getCampaignId(),
        row.getState().name(),
        row.getVerdict(),
        row.getReasons(),
        row.getPolicyVersion(),
        row.getTrigger(),
        row.getThreshold(),
        row.getCases(),
        row.getProfile(),
        row.getAttempt(),
        row.getStage(),
        row.getFraction(),
        row.getMessage(),
        row.getGates().stream().map(Gate::of).toList(),
        row.getDatasets().stream().map(File::of).toList(),
        File.of(row.getCertificate()),
        row.getDocuments().stream().map(File::of).toList(),
        Anchor.of(row.getAnchor()),
        Rewards.of(row.getRewards()),
        row.getRequestedAt(),
        row.getUpdatedAt(),
        row.getStateSince());
  }
}
