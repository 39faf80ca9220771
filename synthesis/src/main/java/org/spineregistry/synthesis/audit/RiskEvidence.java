package org.spineregistry.synthesis.audit;

import java.util.List;
import org.spineregistry.synthesis.attack.AttackCounts;
import org.spineregistry.synthesis.attack.AttackScores;
import org.spineregistry.synthesis.attack.PatientHits;
import org.spineregistry.synthesis.metric.Closeness;

/**
 * What the attacks on one release found.
 *
 * @param replicate who was a member
 * @param scores of each membership attack
 * @param closeness of the release to members and strangers
 * @param singlingOut on members, with strangers as control
 * @param linkability on whom; null when the schema declares no two sets of columns
 * @param inference on whom, one for each secret
 */
public record RiskEvidence(
    Replicate replicate,
    List<AttackScores> scores,
    Closeness closeness,
    AttackCounts singlingOut,
    PatientHits linkability,
    List<PatientHits> inference) {
  public RiskEvidence {
    scores = List.copyOf(scores);
    inference = List.copyOf(inference);
  }
}
