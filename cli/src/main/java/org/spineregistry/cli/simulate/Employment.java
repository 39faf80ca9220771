package org.spineregistry.cli.simulate;

import java.util.Map;

/** Work before surgery: retirement depends on age, claims on work. */
final class Employment {
  private static final Shares<String> NOT_RETIRED =
      Shares.of("WORKING 52, SICK_LEAVE 24, UNEMPLOYED 7, DISABILITY 12, STUDENT_HOME 5");

  private static final Map<String, Double> CLAIMS =
      Map.of(
          "WORKING", 0.08,
          "SICK_LEAVE", 0.25,
          "UNEMPLOYED", 0.05,
          "DISABILITY", 0.15,
          "STUDENT_HOME", 0.02,
          "RETIRED", 0.01);

  private Employment() {}

  static void fill(Patient patient) {
    boolean retired = patient.chance("retired", retired(patient.number(Baseline.AGE)));
    String work = retired ? "RETIRED" : NOT_RETIRED.at(patient.uniform("employment"));
    patient.put("employment", work);
    patient.put("compensationClaim", patient.chance("compensationClaim", CLAIMS.get(work)));
  }

  private static double retired(long age) {
    if (age < 45) {
      return 0.001;
    }
    if (age < 58) {
      return 0.04;
    }
    return age < 62 ? 0.25 : age < 67 ? 0.75 : 0.97;
  }
}
