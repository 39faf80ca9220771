package org.spineregistry.synthesis.audit;

import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.metric.Auc;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.metric.PatientBootstrap;

/**
 * The distance attack: who lies near the release is taken for a member. AUC of members against
 * strangers, mean over replicates.
 */
public final class MembershipAttack {
  private final List<Auc> replicates;
  private final int patients;

  /**
   * @param evidence at least one replicate, all of one cohort
   */
  public MembershipAttack(List<ReplicateEvidence> evidence) {
    this.patients = evidence.get(0).distances().length;
    this.replicates =
        evidence.stream()
            .map(
                e ->
                    new Auc(
                        Arrays.stream(e.distances()).map(distance -> -distance).toArray(),
                        e.replicate().isMember(patients)))
            .toList();
  }

  /** Mean AUC; 0.5 is a guess. */
  public double auc() {
    return replicates.stream().mapToDouble(Auc::value).average().orElse(Double.NaN);
  }

  /** Bootstrap interval over patients; null when it is not defined. */
  public Interval interval(PatientBootstrap bootstrap) {
    return bootstrap.interval(
        weights -> {
          double sum = 0;
          for (Auc replicate : replicates) {
            sum += replicate.value(weights);
          }
          return sum / replicates.size();
        });
  }
}
