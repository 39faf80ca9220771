package org.spineregistry.synthesis.rigorous;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.CsvWriter;
import org.spineregistry.synthesis.table.Table;

/** G0, contract: what must hold before any other gate means something. */
public final class ContractGate {
  /** Fewest patients of a cohort. */
  public static final int MINIMUM_COHORT = 60;

  /** With fewer, two patients may well be alike. */
  private static final int MANY_COLUMNS = 5;

  private static final double MOST_TWINS = 0.2;

  private ContractGate() {}

  /** Share of the rows that equal another one in every column. */
  private static double twins(Table cohort) {
    Map<String, Integer> rows = new HashMap<>();
    String csv = new String(CsvWriter.write(cohort), StandardCharsets.UTF_8);
    csv.lines().skip(1).forEach(line -> rows.merge(line, 1, Integer::sum));
    int twins = rows.values().stream().filter(count -> count > 1).mapToInt(count -> count).sum();
    return (double) twins / cohort.rows();
  }

  /**
   * Checks a cohort.
   *
   * @param cohort patients of the fit
   * @param controls what became of the built-in controls
   */
  public static GateResult of(Table cohort, List<ControlResult> controls) {
    List<String> broken = new ArrayList<>();
    if (cohort.rows() < MINIMUM_COHORT) {
      broken.add("fewer than " + MINIMUM_COHORT + " patients");
    }
    double twins = twins(cohort);
    if (cohort.columns().size() >= MANY_COLUMNS && twins > MOST_TWINS) {
      broken.add(
          String.format(
              Locale.ROOT,
              "%.0f %% of the rows have an identical twin: one row a patient, or no k rule holds",
              100 * twins));
    }
    cohort.columns().stream()
        .filter(c -> c.is(ColumnRole.PREDICTOR) && c.is(ColumnRole.AFTER_OUTCOME))
        .map(Column::name)
        .forEach(name -> broken.add("predictor " + name + " is recorded after the outcome"));
    controls.stream()
        .filter(control -> !control.isCaught())
        .forEach(
            c -> broken.add("control " + c.name() + " passed " + String.join(", ", c.missed())));
    return GateResult.atMost(
        "G0",
        "Conditions of a meaningful verdict that are broken",
        broken.size(),
        0,
        broken.isEmpty()
            ? controls.size() + " built-in controls, all caught"
            : String.join("; ", broken));
  }
}
