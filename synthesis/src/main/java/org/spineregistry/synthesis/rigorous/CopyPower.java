package org.spineregistry.synthesis.rigorous;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.audit.Replicate;
import org.spineregistry.synthesis.metric.Auc;
import org.spineregistry.synthesis.metric.Closeness;
import org.spineregistry.synthesis.metric.EncodedRows;
import org.spineregistry.synthesis.metric.Gower;
import org.spineregistry.synthesis.metric.Twins;
import org.spineregistry.synthesis.table.Table;

/**
 * Whether copies of members show whom they copy, measured beside the gates and without their
 * attacks: among patients of few coarse columns a stranger looks like a copy as much as a member
 * does, so that no gate could see it, and none must.
 *
 * @param auc members against strangers by the distance to the nearest copy
 * @param excess of copies that are nearest to a member
 * @param apart members who have no twin
 */
record CopyPower(double auc, double excess, int apart) {
  /** What a gate must see is beyond its bound by this much, so that luck does not decide. */
  private static final double MARGIN = 0.01;

  /**
   * Measures a control.
   *
   * @param cohort members and strangers
   * @param copies of members, with noise or without
   */
  static CopyPower of(Table cohort, Replicate replicate, Table copies) {
    Gower gower = Gower.of(cohort, IntStream.range(0, cohort.columns().size()).boxed().toList());
    EncodedRows rows = gower.encode(copies);
    Table members = cohort.select(replicate.members());
    double[] scores = gower.nearest(gower.encode(cohort), rows).first();
    Closeness closeness =
        Closeness.of(
            gower, rows, gower.encode(members), gower.encode(cohort.select(replicate.strangers())));
    return new CopyPower(
        new Auc(Arrays.stream(scores).map(d -> -d).toArray(), replicate.isMember(cohort.rows()))
            .value(),
        closeness.excess(),
        members.rows() - Twins.of(members).rows());
  }

  /** The gates among some that cannot see it, each with the reason. */
  Map<String, String> powerless(Tier tier, List<String> gates) {
    Map<String, String> powerless = new TreeMap<>();
    gates.forEach(gate -> why(tier, gate).ifPresent(why -> powerless.put(gate, why)));
    return powerless;
  }

  private Optional<String> why(Tier tier, String gate) {
    return switch (gate) {
      case "P1" -> apart > 0 ? Optional.empty() : Optional.of("every patient has a twin");
      case "P2" -> low("excess of their nearest", excess, tier.closeness());
      case "P3" -> low("AUC of their distance", auc, tier.membership());
      default -> Optional.empty();
    };
  }

  private static Optional<String> low(String what, double value, double bound) {
    return value > bound + MARGIN
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "patients are so alike in so few columns that copies of some look like any others"
                    + " (%s %.3f, more than %.3f is needed)",
                what,
                value,
                bound + MARGIN));
  }
}
