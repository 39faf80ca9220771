package org.spineregistry.anchor.publish;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.spineregistry.anchor.intent.Subject;
import org.spineregistry.event.ArtifactReference;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.service.artifact.ArtifactStore;

/**
 * Decides what may be anchored. Fails closed: only a cycle that says CERTIFIED, and whose
 * certificate lies in the store with the bytes that the event names. Contributions, where there are
 * any, must be named so that payouts can find them; whether they can be paid is decided later.
 */
final class CertifiedCheck {
  private final ArtifactStore artifacts;

  CertifiedCheck(ArtifactStore artifacts) {
    this.artifacts = artifacts;
  }

  /**
   * @param causeId event id of the completed cycle
   * @return empty when there is nothing to anchor
   * @throws Unusable when the event itself is wrong
   * @throws IOException when the file cannot be read or is damaged: the store is at fault, the
   *     event is not
   */
  Optional<Subject> subject(CertificationCompleted cycle, String causeId) throws IOException {
    if (cycle.getVerdict() != CycleVerdict.CERTIFIED) {
      return Optional.empty();
    }
    ArtifactReference certificate = cycle.getCertificate();
    if (certificate == null) {
      throw new Unusable("PROCESSING", "CERTIFICATE_ABSENT", null);
    }
    try {
      artifacts.get(certificate);
    } catch (IllegalArgumentException e) {
      throw new Unusable("PROCESSING", "CERTIFICATE_REFERENCE_MALFORMED", null);
    }
    ArtifactReference contributions = cycle.getContributions();
    if (contributions != null && !ArtifactStore.isWellFormed(contributions)) {
      throw new Unusable("PROCESSING", "CONTRIBUTIONS_REFERENCE_MALFORMED", null);
    }
    Instant certifiedAt = cycle.getCompletedAt();
    return Optional.of(
        Subject.dataset(
            certificate,
            contributions,
            cycle.getCycleId(),
            cycle.getCampaignId(),
            causeId,
            certifiedAt));
  }
}
