package org.spineregistry.synthesis.rigorous;

import java.util.List;
import org.spineregistry.synthesis.audit.ReplicateRelease;
import org.spineregistry.synthesis.audit.RiskEvidence;

/**
 * Releases and attacks of all replicates at one strength of the screen.
 *
 * @param releases one for each replicate
 * @param risks of the same
 */
record AuditedStep(List<ReplicateRelease> releases, List<RiskEvidence> risks) {}
