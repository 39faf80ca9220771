package org.spineregistry.anchor.payout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.anchor.reward.cohort.ContributionsFile;
import org.spineregistry.anchor.reward.cohort.ContributionsProblem;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.service.artifact.ArtifactStore;

/** Fetches what the cases of a cycle brought. */
final class CycleContributions {
  private final ArtifactStore artifacts;

  CycleContributions(ArtifactStore artifacts) {
    this.artifacts = artifacts;
  }

  /**
   * A file that is missing or damaged is the disk's fault, not the record's: the task fails and is
   * tried again. A reference that names no place in the store will never name one: the record's
   * fault.
   *
   * @throws ContributionsProblem when the record is at fault
   * @throws UncheckedIOException when the disk is
   */
  List<Contribution> of(AnchorFinalized anchor) {
    if (anchor.getContributions() == null || anchor.getCampaignId() == null) {
      throw new ContributionsProblem("ABSENT");
    }
    if (!ArtifactStore.isWellFormed(anchor.getContributions())) {
      throw new ContributionsProblem("REFERENCE_MALFORMED");
    }
    try {
      return ContributionsFile.read(
          artifacts.get(anchor.getContributions()), anchor.getCycleId(), anchor.getCampaignId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
