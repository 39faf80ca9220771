package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.statistics.distribution.TDistribution;
import org.spineregistry.synthesis.attack.AttackCounts;
import org.spineregistry.synthesis.attack.PatientHits;
import org.spineregistry.synthesis.audit.RiskEvidence;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.metric.PatientBootstrap;
import org.spineregistry.synthesis.metric.ResidualRisk;
import org.spineregistry.synthesis.metric.Wilson;

/** P2, closeness; P4, the criteria of the Article 29 Working Party; P5, secrets. */
final class DisclosureGates {
  private final Tier tier;
  private final List<RiskEvidence> evidence;

  DisclosureGates(Tier tier, List<RiskEvidence> evidence) {
    this.tier = tier;
    this.evidence = evidence;
  }

  /**
   * P2.
   *
   * @param rows of one replicate's release
   */
  GateResult closeness(int rows) {
    double[] excess = evidence.stream().mapToDouble(e -> e.closeness().excess()).toArray();
    double mean = mean(excess);
    return GateResult.atMost(
        "P2",
        "Excess of rows whose nearest patient was a member of the fit",
        mean,
        excess.length > 1 ? overReplicates(excess, mean) : overRows(rows),
        tier.closeness(),
        "0 is no memory, 1 is copies; secondary evidence");
  }

  /** Student's interval over replicates. */
  private static Interval overReplicates(double[] excess, double mean) {
    double squares = 0;
    for (double value : excess) {
      squares += (value - mean) * (value - mean);
    }
    int freedom = excess.length - 1;
    double error = Math.sqrt(squares / freedom / excess.length);
    double half = TDistribution.of(freedom).inverseSurvivalProbability(0.025) * error;
    return new Interval(mean - half, mean + half);
  }

  /** With one replicate only the sampling of its rows is known. */
  private Interval overRows(int rows) {
    double share = evidence.get(0).closeness().shareMembers();
    double expected = evidence.get(0).closeness().expected();
    Interval interval = Wilson.of(share * rows, rows).interval();
    return new Interval(
        (interval.lower() - expected) / (1 - expected),
        (interval.upper() - expected) / (1 - expected));
  }

  /** P4. */
  List<GateResult> criteria() {
    List<GateResult> gates = new ArrayList<>();
    gates.add(
        risk(
            "P4-singling-out",
            "Residual risk of singling out a patient",
            evidence.stream().map(RiskEvidence::singlingOut).toList()));
    if (evidence.get(0).linkability() == null) {
      gates.add(
          GateResult.reported(
              "P4-linkability",
              "Residual risk of linking two parts of a record",
              Double.NaN,
              null,
              "not run: the schema declares no columns before and after the treatment"));
    } else {
      gates.add(
          risk(
              "P4-linkability",
              "Residual risk of linking two parts of a record",
              evidence.stream().map(e -> counts(e, e.linkability())).toList()));
    }
    gates.addAll(inference());
    return gates;
  }

  /**
   * The criterion is decided over all secrets together; each alone is reported. A secret that few
   * have is guessed right by its absence, so that what is left to gain, by which the risk divides,
   * is too little for any interval; gate P5 decides on each secret without that division.
   */
  private List<GateResult> inference() {
    List<GateResult> each = new ArrayList<>();
    List<AttackCounts> all = new ArrayList<>();
    for (int secret = 0; secret < evidence.get(0).inference().size(); secret++) {
      int at = secret;
      String name = evidence.get(0).inference().get(secret).name();
      List<AttackCounts> counts =
          evidence.stream().map(e -> counts(e, e.inference().get(at))).toList();
      all.addAll(counts);
      GateResult gate = risk("P4-inference-" + name, "Residual risk of inferring " + name, counts);
      each.add(
          GateResult.reported(
              gate.id(),
              gate.title(),
              gate.value() == null ? Double.NaN : gate.value(),
              gate.interval(),
              gate.detail()));
    }
    List<GateResult> gates = new ArrayList<>();
    String title = "Residual risk of inferring a secret";
    gates.add(
        all.isEmpty()
            ? GateResult.reported(
                "P4-inference", title, Double.NaN, null, "not run: the schema declares no secret")
            : risk("P4-inference", title, all));
    gates.addAll(each);
    return gates;
  }

  private static AttackCounts counts(RiskEvidence one, PatientHits hits) {
    return hits.counts(one.replicate().isMember(hits.hit().length));
  }

  private GateResult risk(String id, String title, List<AttackCounts> replicates) {
    AttackCounts all = replicates.stream().reduce(AttackCounts::plus).orElseThrow();
    String counts =
        String.format(
            Locale.ROOT,
            "%d of %d on members, %d of %d on patients kept aside",
            all.successes(),
            all.trials(),
            all.controlSuccesses(),
            all.controlTrials());
    if (all.trials() == 0 || all.controlTrials() == 0) {
      return GateResult.atMost(id, title, Double.NaN, null, tier.criteria(), counts);
    }
    ResidualRisk risk =
        ResidualRisk.of(all.successes(), all.trials(), all.controlSuccesses(), all.controlTrials());
    return GateResult.atMost(id, title, risk.reported(), risk.interval(), tier.criteria(), counts);
  }

  /** Number of secrets. */
  int secrets() {
    return evidence.get(0).inference().size();
  }

  /** P5 of one secret. */
  GateResult secret(int secret, PatientBootstrap bootstrap) {
    String name = evidence.get(0).inference().get(secret).name();
    int[] ones = new int[bootstrap.patients()];
    Arrays.fill(ones, 1);
    return GateResult.atMost(
        "P5-" + name,
        "Hit rate on members less hit rate on patients kept aside in guessing " + name,
        advantage(secret, ones),
        bootstrap.interval(weights -> advantage(secret, weights)),
        tier.attributes(),
        "nearest release row on all other columns");
  }

  private double advantage(int secret, int[] weights) {
    double sum = 0;
    for (RiskEvidence one : evidence) {
      PatientHits hits = one.inference().get(secret);
      sum += hits.advantage(one.replicate().isMember(weights.length), weights);
    }
    return sum / evidence.size();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
