package org.spineregistry.synthesis.rigorous;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.spineregistry.synthesis.advice.Advisor;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Overlap;
import org.spineregistry.synthesis.metric.Twins;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;

/** G0, contract: what must hold before any other gate means something. */
public final class ContractGate {
  /** Fewest patients of a cohort. */
  public static final int MINIMUM_COHORT = Advisor.MINIMUM_COHORT;

  /** Twins of which privacy gates would take the patients for each other. */
  private static final double MOST_REPEATS = 0.005;

  /** Patients who are alike by chance, beyond which no k rule holds. */
  private static final double MOST_TWINS = 0.2;

  private static final int MANY_COLUMNS = 5;

  private ContractGate() {}

  /**
   * Checks a cohort.
   *
   * @param cohort patients of the fit
   * @param controls what became of the built-in controls
   */
  public static GateResult of(Table cohort, List<ControlResult> controls) {
    return of(cohort, controls, new ArrayList<>());
  }

  /**
   * Checks two tables of patients: the same patient in both has two rows, of which one would count
   * as never seen, so that attacks seem weaker than they are.
   *
   * @param cohort patients of the fit
   * @param aside patients that the generator never saw
   * @param controls what became of the built-in controls
   */
  public static GateResult of(Table cohort, Table aside, List<ControlResult> controls) {
    List<String> broken = new ArrayList<>();
    Overlap overlap = Overlap.of(cohort, aside);
    if (overlap.beyondTwins()) {
      broken.add(
          overlap.aside()
              + " of "
              + aside.rows()
              + " patients kept aside equal one of the fit in every column, more than twins"
              + " explain");
    }
    return of(cohort, controls, broken);
  }

  private static GateResult of(Table cohort, List<ControlResult> controls, List<String> broken) {
    if (cohort.rows() < MINIMUM_COHORT) {
      broken.add("fewer than " + MINIMUM_COHORT + " patients");
    }
    twins(cohort).ifPresent(broken::add);
    cohort.columns().stream()
        .filter(c -> c.is(ColumnRole.PREDICTOR) && c.is(ColumnRole.AFTER_OUTCOME))
        .map(Column::name)
        .forEach(name -> broken.add("predictor " + name + " is recorded after the outcome"));
    controls.stream()
        .filter(control -> !control.faults().isEmpty())
        .forEach(
            c -> broken.add("control " + c.name() + " passed " + String.join(", ", c.faults())));
    long caught = controls.stream().filter(ControlResult::isCaught).count();
    GateResult gate =
        GateResult.atMost(
            "G0",
            "Conditions of a meaningful verdict that are broken",
            broken.size(),
            0,
            broken.isEmpty()
                ? controls.size()
                    + " built-in controls, "
                    + (caught == controls.size() ? "all" : caught)
                    + " caught"
                : String.join("; ", broken));
    List<String> powerless = powerless(controls);
    return broken.isEmpty() && !powerless.isEmpty()
        ? gate.notCertifiable(String.join("; ", powerless))
        : gate;
  }

  /** Gates that cannot show on this cohort that they see anything. */
  private static List<String> powerless(List<ControlResult> controls) {
    return controls.stream()
        .flatMap(
            control ->
                control.missed().stream()
                    .filter(control.powerless()::containsKey)
                    .map(
                        gate ->
                            gate
                                + " cannot see the control "
                                + control.name()
                                + ": "
                                + control.powerless().get(gate)))
        .toList();
  }

  private static Optional<String> twins(Table cohort) {
    Twins twins = Twins.of(cohort);
    double share = (double) twins.rows() / cohort.rows();
    boolean repeats = twins.areRepeats() && share > MOST_REPEATS;
    if (!repeats && (cohort.columns().size() < MANY_COLUMNS || share <= MOST_TWINS)) {
      return Optional.empty();
    }
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%d rows have an identical twin%s: one row a patient, or no k rule holds",
            twins.rows(),
            repeats ? ", but hardly any two are alike in all columns but one" : ""));
  }
}
