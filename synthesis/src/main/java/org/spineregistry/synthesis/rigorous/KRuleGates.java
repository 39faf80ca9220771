package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.spineregistry.synthesis.contract.Contract;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/**
 * P6, k rules. A generator that draws rows again until they keep the rules promises that no row
 * breaks them, and is held to it. Others, and fresh patients, promise nothing: what counts then is
 * whether rows point at the patients of the fit more often than patients do whom the generator
 * never saw.
 */
public final class KRuleGates {
  private static final String SHARING = "P6";
  private static final String EXTREMES = "P6-extremes";
  private static final String LEVELS = "P6-levels";
  private static final double EXCESS = 0.03;
  private static final int COMPARISONS = 3;

  private KRuleGates() {}

  /**
   * Judges a release whose generator promises the rules: no row may break one. Values that nobody
   * holds count too: if only those of few patients were removed, the gaps would point at them.
   */
  public static List<GateResult> promised(
      Tier tier, Table patients, Contract contract, Table release) {
    KRules rules = KRules.of(patients, contract);
    List<GateResult> gates = new ArrayList<>();
    String title =
        "Rows whose quasi-identifiers fewer than " + tier.kMap() + " patients share, or nobody";
    gates.add(
        rules.hasSharing()
            ? GateResult.atMost(
                SHARING,
                title,
                count(rules.sharing(release, 0, tier.kMap())),
                0,
                names(patients, contract))
            : notRun(title));
    gates.add(
        GateResult.atMost(
            EXTREMES,
            "Rows that show the lowest or highest number of a column, held by fewer than "
                + KRules.K
                + " patients",
            count(rules.extremes(release)),
            0,
            "all number columns that are not derived, after rounding"));
    gates.add(
        GateResult.atMost(
            LEVELS,
            "Rows that show a level held by fewer than " + KRules.K + " patients, or nobody",
            count(rules.levels(release, 0)),
            0,
            "all category columns that are not derived"));
    return gates;
  }

  /**
   * Judges a release whose generator promises nothing.
   *
   * @param patients of the fit
   * @param strangers patients that the generator never saw
   */
  public static List<GateResult> compared(
      Tier tier, Table patients, Table strangers, Contract contract, Table release) {
    KRules rules = KRules.of(patients, contract);
    List<GateResult> gates = new ArrayList<>();
    String title =
        "Share of rows whose quasi-identifiers fewer than "
            + tier.kMap()
            + " patients of the fit share";
    gates.add(
        rules.hasSharing()
            ? excess(
                SHARING,
                title,
                rules.sharing(release, 1, tier.kMap()),
                rules.sharing(strangers, 1, tier.kMap()),
                names(patients, contract))
            : notRun(title));
    gates.add(
        excess(
            EXTREMES,
            "Share of rows that show the lowest or highest number of a column, held by fewer than "
                + KRules.K
                + " patients of the fit",
            rules.extremes(release),
            rules.extremes(strangers),
            "all number columns that are not derived"));
    gates.add(
        excess(
            LEVELS,
            "Share of rows that show a level held by fewer than "
                + KRules.K
                + " patients of the fit",
            rules.levels(release, 1),
            rules.levels(strangers, 1),
            "all category columns that are not derived"));
    return gates;
  }

  private static GateResult excess(
      String id, String title, boolean[] release, boolean[] strangers, String what) {
    return ExcessGate.of(
        id,
        title,
        new ExcessGate.Count(count(release), release.length),
        new ExcessGate.Count(count(strangers), strangers.length),
        EXCESS,
        COMPARISONS,
        what + "; the generator promises no k rules");
  }

  private static GateResult notRun(String title) {
    return GateResult.reported(
        SHARING, title, Double.NaN, null, "not run: the schema declares no quasi-identifier");
  }

  private static String names(Table patients, Contract contract) {
    return patients.withRole(ColumnRole.QUASI_IDENTIFIER).stream()
        .map(column -> patients.columns().get(column).name())
        .map(name -> contract.cuts().containsKey(name) ? name + " in bands" : name)
        .collect(Collectors.joining(", "));
  }

  private static long count(boolean[] rows) {
    long count = 0;
    for (boolean row : rows) {
      count += row ? 1 : 0;
    }
    return count;
  }
}
