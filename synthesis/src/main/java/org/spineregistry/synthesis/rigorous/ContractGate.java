package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/** G0, contract: what must hold before any other gate means something. */
public final class ContractGate {
  /** Fewest patients of a cohort. */
  public static final int MINIMUM_COHORT = 60;

  private ContractGate() {}

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
