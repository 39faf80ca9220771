package org.spineregistry.cli.simulate;

import static org.spineregistry.cli.simulate.Factor.BURDEN;
import static org.spineregistry.cli.simulate.Factor.FRAILTY;

import java.util.ArrayList;
import java.util.List;

/** The first 90 days: a grade, what happened, death. */
final class Complications {
  static final long DEATH = 5;

  private static final double IN_HOSPITAL = 0.4;
  private static final double A_SECOND_ONE = 0.15;

  /** What happens at grades 1 to 5. */
  private static final List<Shares<String>> KINDS =
      List.of(
          Shares.of("SUPERFICIAL_SSI 35, HAEMATOMA 25, URINARY 25, OTHER 15"),
          Shares.of("SUPERFICIAL_SSI 25, DVT 20, URINARY 20, DEEP_SSI 10, CARDIAC 10, OTHER 15"),
          Shares.of(
              "DEEP_SSI 35, HAEMATOMA 20, IMPLANT_MALPOSITION 20, NEW_NEURO_DEFICIT 15, OTHER 10"),
          Shares.of("PE 50, CARDIAC 50"),
          Shares.of("CARDIAC 60, PE 40"));

  private final Population population;

  Complications(Population population) {
    this.population = population;
  }

  void fill(Patient patient) {
    Loadings loadings = Loadings.on(FRAILTY, 0.30).and(BURDEN, 0.25);
    long grade =
        population.count("clavienDindo90d").atScore(patient.score("clavienDindo90d", loadings));
    patient.put("clavienDindo90d", grade);
    patient.put("complications90d", grade == 0 ? List.of() : kinds(patient, (int) grade));
    if (grade == DEATH && patient.chance("death-in-hospital", IN_HOSPITAL)) {
      patient.put("discharge", "DIED");
    }
  }

  private static List<String> kinds(Patient patient, int grade) {
    List<String> kinds = new ArrayList<>();
    kinds.add(KINDS.get(grade - 1).at(patient.uniform("complication")));
    if (patient.chance("second-complication", A_SECOND_ONE) && !kinds.contains("OTHER")) {
      kinds.add("OTHER");
    }
    return kinds;
  }
}
