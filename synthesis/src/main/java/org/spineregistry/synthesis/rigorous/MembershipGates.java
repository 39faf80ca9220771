package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.spineregistry.synthesis.audit.RiskEvidence;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Auc;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.report.RocCurve;

/**
 * P3, membership: each of the attacks must stay below the bound with its whole interval, so that
 * the strongest decides.
 */
final class MembershipGates {
  private static final double FALSE_POSITIVES = 0.01;

  /** Scores of all replicates one after the other. */
  private record Pooled(double[] scores, boolean[] member) {
    Auc auc() {
      return new Auc(scores, member);
    }
  }

  private final Tier tier;
  private final List<RiskEvidence> evidence;
  private final int patients;

  /**
   * @param evidence of at least one replicate, all of one cohort
   */
  MembershipGates(Tier tier, List<RiskEvidence> evidence) {
    this.tier = tier;
    this.evidence = evidence;
    this.patients = evidence.get(0).scores().get(0).scores().length;
  }

  /** Number of attacks. */
  int attacks() {
    return evidence.get(0).scores().size();
  }

  /** AUC and true positive rate of one attack. */
  List<GateResult> of(int attack, PatientBootstrap bootstrap) {
    String name = evidence.get(0).scores().get(attack).name();
    String id = name.replace(' ', '-');
    List<GateResult> gates = new ArrayList<>();
    List<Auc> replicates = evidence.stream().map(e -> auc(e, attack)).toList();
    gates.add(
        GateResult.atMost(
            "P3-auc-" + id,
            "AUC of the " + name + " attack, members against patients kept aside",
            mean(replicates, null),
            bootstrap.interval(weights -> mean(replicates, weights)),
            tier.membership(),
            "mean over " + evidence.size() + " replicates; 0.5 is a guess"));
    Auc pooled = pooled(attack).auc();
    double[] values = {pooled.truePositives(FALSE_POSITIVES, ones(pooledRows()))};
    Interval interval =
        bootstrap.interval(weights -> pooled.truePositives(FALSE_POSITIVES, repeated(weights)));
    gates.add(
        GateResult.atMost(
            "P3-tpr-" + id,
            "Members that the " + name + " attack finds at 1 % false alarms",
            values[0],
            interval,
            tier.truePositives(),
            String.format(
                Locale.ROOT,
                "scores of %d replicates standardised by the patients kept aside; a guess finds 1 %%",
                evidence.size())));
    return gates;
  }

  /**
   * The ROC curve of one attack over all replicates.
   *
   * @param gate that of the attack's AUC
   */
  RocCurve curve(int attack, GateResult gate) {
    Pooled pooled = pooled(attack);
    return RocCurve.of(
        evidence.get(0).scores().get(attack).name(),
        gate.value(),
        gate.interval(),
        pooled.scores(),
        pooled.member(),
        evidence.size());
  }

  private Auc auc(RiskEvidence one, int attack) {
    return new Auc(one.scores().get(attack).scores(), one.replicate().isMember(patients));
  }

  private static double mean(List<Auc> replicates, int[] weights) {
    double sum = 0;
    for (Auc replicate : replicates) {
      sum += weights == null ? replicate.value() : replicate.value(weights);
    }
    return sum / replicates.size();
  }

  /** Scores of all replicates, each standardised by its strangers. */
  private Pooled pooled(int attack) {
    double[] scores = new double[pooledRows()];
    boolean[] member = new boolean[scores.length];
    for (int r = 0; r < evidence.size(); r++) {
      double[] raw = evidence.get(r).scores().get(attack).scores();
      int[] strangers = evidence.get(r).replicate().strangers();
      double mean = 0;
      for (int row : strangers) {
        mean += raw[row] / strangers.length;
      }
      double squares = 0;
      for (int row : strangers) {
        squares += (raw[row] - mean) * (raw[row] - mean);
      }
      double sd = Math.sqrt(squares / strangers.length);
      boolean[] members = evidence.get(r).replicate().isMember(patients);
      for (int row = 0; row < patients; row++) {
        scores[r * patients + row] = sd > 0 ? (raw[row] - mean) / sd : raw[row] - mean;
        member[r * patients + row] = members[row];
      }
    }
    return new Pooled(scores, member);
  }

  private int pooledRows() {
    return evidence.size() * patients;
  }

  private int[] repeated(int[] weights) {
    int[] repeated = new int[pooledRows()];
    for (int r = 0; r < evidence.size(); r++) {
      System.arraycopy(weights, 0, repeated, r * patients, patients);
    }
    return repeated;
  }

  private static int[] ones(int length) {
    int[] ones = new int[length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
