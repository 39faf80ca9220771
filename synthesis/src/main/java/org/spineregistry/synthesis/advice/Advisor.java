package org.spineregistry.synthesis.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.model.ScreenedPairs;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * Says which lever would help a run that was not certified: the screen, fewer or coarser columns,
 * more patients, each with the effect that the run's own data predict. Predictions are marked as
 * such and promise nothing.
 */
public final class Advisor {
  /** Patients below which gate G0 refuses to judge. */
  public static final int MINIMUM_COHORT = 60;

  private static final int MOST_NAMED = 5;
  private static final double OFTEN_SHARED = 0.95;

  /** The rule of gate P7. */
  public interface Bounds {
    /** Whether so many patients are enough. */
    boolean holds(double patients, int latents, int pairs);
  }

  private final Table cohort;
  private final Contract contract;
  private final ScreenedPairs screened;
  private final Bounds size;
  private final List<AuditedScreen> ladder;
  private final double shared;
  private final int enough;

  /**
   * @param screened of the model that was fitted to the whole cohort
   * @param size rule of gate P7
   * @param ladder steps that were audited, the used one last
   * @param shared share of drawn rows whose quasi-identifiers enough patients share
   * @param enough patients that must share them
   */
  public Advisor(
      Table cohort,
      Contract contract,
      ScreenedPairs screened,
      Bounds size,
      List<AuditedScreen> ladder,
      double shared,
      int enough) {
    this.cohort = cohort;
    this.contract = contract;
    this.screened = screened;
    this.size = size;
    this.ladder = List.copyOf(ladder);
    this.shared = shared;
    this.enough = enough;
  }

  /**
   * Advice on a run.
   *
   * @param gates all of it
   * @return sentences without any value of a patient; empty when every deciding gate passed
   */
  public List<String> of(List<GateResult> gates) {
    List<GateResult> open =
        gates.stream().filter(gate -> gate.isDeciding() && gate.verdict() != Verdict.PASS).toList();
    List<String> advice = new ArrayList<>();
    if (open.isEmpty()) {
      return advice;
    }
    if (has(open, "P3") || has(open, "F3")) {
      advice.add(screen(open));
    }
    if (has(open, "P3") || has(open, "P7")) {
      advice.addAll(fewerColumns(gates));
    }
    advice.addAll(new CohortSizes(cohort.rows(), screened, size, law()).of(open));
    open.stream()
        .filter(gate -> gate.id().equals("R2"))
        .forEach(
            gate ->
                advice.add(
                    "Stability (R2), by gates that replicates broke: " + gate.detail() + "."));
    boolean redrawn = shared < OFTEN_SHARED && (has(open, "R2") || has(open, "F"));
    if (has(open, "P6") || has(open, "P4-singling") || redrawn) {
      advice.addAll(new SharedCells(cohort, contract, enough).advice());
    }
    if (has(open, "F1") || has(open, "F2") || has(open, "F4") || has(open, "F5")) {
      advice.add(
          "Gates "
              + ids(open, "F1", "F2", "F4", "F5")
              + " speak of single columns, which their details name: more patients do not mend a "
              + "column that does not fit; check its bounds, decimals and rules in the schema.");
    }
    return advice;
  }

  private String screen(List<GateResult> open) {
    StringBuilder steps = new StringBuilder();
    for (AuditedScreen step : ladder) {
      steps.append(steps.length() == 0 ? "" : ", ");
      steps.append(
          String.format(Locale.ROOT, "kappa %.0f gives AUC %.3f", step.kappa(), step.auc()));
    }
    String cost =
        has(open, "F3")
            ? " The screen that was used already costs structure (F3), so that the screen alone "
                + "does not help."
            : " A stricter screen lowers the AUC and costs structure (F3).";
    return "Screen: strongest membership attack by strength, " + steps + "." + cost;
  }

  /** Fewer columns: of those that no declared analysis needs the ones with most pairs first. */
  private List<String> fewerColumns(List<GateResult> gates) {
    Set<String> needed = needed();
    List<String> candidates =
        cohort.columns().stream()
            .map(Column::name)
            .filter(name -> !needed.contains(name))
            .sorted(Comparator.comparingInt(name -> kept(Set.of(name))))
            .toList();
    double bound = bound(gates);
    Set<String> left = new HashSet<>();
    List<String> order = new ArrayList<>();
    for (String name : candidates) {
      if (isEnough(left, bound)) {
        break;
      }
      left.add(name);
      order.add(name);
    }
    if (order.isEmpty()) {
      return List.of();
    }
    int pairs = kept(left);
    String effect =
        String.format(
            Locale.ROOT,
            "latent columns %d to %d, kept correlations %d to %d, AUC of the strongest attack about %.3f",
            screened.owners().size(),
            screened.latentsWithout(left),
            kept(Set.of()),
            pairs,
            law().auc(cohort.rows(), pairs));
    String named = String.join(", ", order.subList(0, Math.min(MOST_NAMED, order.size())));
    String more = order.size() > MOST_NAMED ? " and " + (order.size() - MOST_NAMED) + " more" : "";
    return List.of(
        (isEnough(left, bound)
                ? "Fewer columns: leaving out "
                : "Fewer columns do not suffice: without ")
            + order.size()
            + " that no declared analysis needs ("
            + named
            + more
            + ") predicts "
            + effect
            + ".");
  }

  private boolean isEnough(Set<String> left, double bound) {
    int pairs = kept(left);
    return size.holds(cohort.rows(), screened.latentsWithout(left), pairs)
        && law().auc(cohort.rows(), pairs) <= bound;
  }

  /** What is left of the bound of P3 when half of its interval is taken off. */
  private static double bound(List<GateResult> gates) {
    return gates.stream()
        .filter(gate -> gate.id().startsWith("P3-auc") && gate.interval() != null)
        .mapToDouble(gate -> gate.bound() - (gate.interval().upper() - gate.interval().lower()) / 2)
        .min()
        .orElse(1);
  }

  private MembershipLaw law() {
    AuditedScreen used = ladder.get(ladder.size() - 1);
    return MembershipLaw.of(used.auc(), cohort.rows(), kept(Set.of()));
  }

  private int kept(Set<String> without) {
    return screened.kept(1, without);
  }

  private Set<String> needed() {
    Set<String> needed = new HashSet<>();
    for (Column column : cohort.columns()) {
      if (column.is(ColumnRole.PRIMARY_OUTCOME) || column.is(ColumnRole.SUBGROUP)) {
        needed.add(column.name());
      }
    }
    contract
        .regressions()
        .forEach(
            regression -> {
              needed.add(regression.target());
              needed.addAll(regression.predictors());
            });
    contract.timeToEvent().forEach(pair -> needed.addAll(List.of(pair.time(), pair.status())));
    return needed;
  }

  private static boolean has(List<GateResult> gates, String family) {
    return gates.stream().anyMatch(gate -> gate.id().startsWith(family));
  }

  private static String ids(List<GateResult> gates, String... families) {
    return String.join(
        ", ",
        gates.stream()
            .map(GateResult::id)
            .filter(id -> List.of(families).stream().anyMatch(id::startsWith))
            .toList());
  }
}
