package org.spineregistry.synthesis.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.spineregistry.synthesis.gate.Direction;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.model.ScreenedPairs;

/**
 * How many patients each open gate would need, as far as its own numbers predict it: an interval
 * shrinks with the square root of the patients, a membership attack by {@link MembershipLaw}.
 *
 * @param patients of the run
 * @param screened pairs of its model
 * @param size rule of gate P7
 * @param law of its attacks
 */
record CohortSizes(int patients, ScreenedPairs screened, Advisor.Bounds size, MembershipLaw law) {
  private static final double STEP = 1.02;
  private static final double LARGEST = 100;

  List<String> of(List<GateResult> open) {
    List<String> needs = new ArrayList<>();
    List<String> without = new ArrayList<>();
    for (GateResult gate : open) {
      if (gate.id().startsWith("P3-tpr") || gate.id().matches("[FR].*")) {
        continue; // no law for them
      }
      OptionalLong needed = needed(gate);
      if (needed.isPresent()) {
        long most = Math.max(needed.getAsLong(), Advisor.MINIMUM_COHORT);
        needs.add(String.format(Locale.ROOT, "%s about %,d", gate.id(), rounded(most)));
      } else if (gate.verdict() == Verdict.FAIL || gate.interval() != null) {
        without.add(gate.id());
      }
    }
    List<String> advice = new ArrayList<>();
    if (!needs.isEmpty()) {
      advice.add(
          String.format(
              Locale.ROOT,
              "More patients: predicted from the intervals and attacks of this run with %,d, the "
                  + "bounds would be met with: %s.",
              patients,
              String.join("; ", needs)));
    }
    if (!without.isEmpty()) {
      advice.add(
          "More patients alone are not predicted to settle "
              + String.join(", ", without)
              + ": the value itself lies beyond its bound.");
    }
    return advice;
  }

  private OptionalLong needed(GateResult gate) {
    if (gate.id().equals("G0")) {
      return patients < Advisor.MINIMUM_COHORT
          ? OptionalLong.of(Advisor.MINIMUM_COHORT)
          : OptionalLong.empty();
    }
    if (gate.id().startsWith("P3-auc")) {
      return smallest(growth -> membership(gate, growth));
    }
    if (gate.id().equals("P7")) {
      return smallest(
          growth ->
              size.holds(
                  growth * patients, screened.owners().size(), screened.kept(growth, Set.of())));
    }
    if (gate.interval() == null || gate.value() == null) {
      return OptionalLong.empty();
    }
    boolean atMost = gate.direction() == Direction.AT_MOST;
    double room = atMost ? gate.bound() - gate.value() : gate.value() - gate.bound();
    double half =
        atMost ? gate.interval().upper() - gate.value() : gate.value() - gate.interval().lower();
    return room > 0 ? smallest(growth -> half / Math.sqrt(growth) <= room) : OptionalLong.empty();
  }

  private boolean membership(GateResult gate, double growth) {
    double half = gate.interval() == null ? 0 : gate.interval().upper() - gate.value();
    double predicted = law.auc(growth * patients, screened.kept(growth, Set.of()));
    return predicted + half / Math.sqrt(growth) <= gate.bound();
  }

  /** A size. */
  private interface Growth {
    boolean isEnough(double growth);
  }

  private OptionalLong smallest(Growth rule) {
    for (double growth = STEP; growth <= LARGEST; growth *= STEP) {
      if (rule.isEnough(growth)) {
        return OptionalLong.of((long) Math.ceil(growth * patients));
      }
    }
    return OptionalLong.empty();
  }

  /** Two digits: a prediction is not better than that. */
  private static long rounded(long needed) {
    long unit = (long) StrictMath.pow(10, Math.max(0, (int) StrictMath.log10(needed) - 1));
    return (needed + unit - 1) / unit * unit;
  }
}
