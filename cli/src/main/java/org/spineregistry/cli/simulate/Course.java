package org.spineregistry.cli.simulate;

/**
 * The course after surgery: the patient's own recovery, the site, and shifts by what is known to
 * make it worse. Signs of the shifts are published (Spine 2017;42:1664), their sizes are assumed.
 */
final class Course {
  private static final double SITE = 0.25;
  private static final double SMOKER = 0.35;
  private static final double OPIOIDS_DAILY = 0.40;
  private static final double OPIOIDS_SOMETIMES = 0.20;
  private static final double CLAIM = 0.40;
  private static final double COMPLICATED = 0.35;
  private static final double AGE = -0.15;
  private static final double SYMPTOMS = -0.10;
  private static final double BMI = 0.10;

  /** Share of claims that the shares by employment lead to. */
  private static final double CLAIMS = 0.10;

  private final double mean;
  private final double sd;

  Course(Population population) {
    double smokers = population.choice("smoking").share("CURRENT");
    double daily = population.choice("opioidUsePreop").share("DAILY");
    double sometimes = population.choice("opioidUsePreop").share("INTERMITTENT");
    Shares<Long> grades = population.count("clavienDindo90d");
    double complicated = 1 - grades.share(0L) - grades.share(1L);
    double opioids = OPIOIDS_DAILY * daily + OPIOIDS_SOMETIMES * sometimes;
    mean = SMOKER * smokers + opioids + CLAIM * CLAIMS + COMPLICATED * complicated;
    double variance =
        1
            + SITE * SITE
            + AGE * AGE
            + SYMPTOMS * SYMPTOMS
            + BMI * BMI
            + spread(SMOKER, smokers)
            + spread(CLAIM, CLAIMS)
            + spread(COMPLICATED, complicated)
            + OPIOIDS_DAILY * OPIOIDS_DAILY * daily
            + OPIOIDS_SOMETIMES * OPIOIDS_SOMETIMES * sometimes
            - opioids * opioids;
    sd = Math.sqrt(variance);
  }

  void fill(Patient patient) {
    double sum = patient.factor(Factor.RECOVERY) + SITE * patient.site().effect();
    sum += patient.is("smoking", "CURRENT") ? SMOKER : 0;
    sum += patient.is("opioidUsePreop", "DAILY") ? OPIOIDS_DAILY : 0;
    sum += patient.is("opioidUsePreop", "INTERMITTENT") ? OPIOIDS_SOMETIMES : 0;
    sum += patient.is("compensationClaim", true) ? CLAIM : 0;
    sum += patient.number("clavienDindo90d") >= 2 ? COMPLICATED : 0;
    sum += AGE * Baseline.score(patient, Baseline.AGE);
    sum += SYMPTOMS * Baseline.score(patient, Baseline.SYMPTOMS);
    sum += BMI * Baseline.score(patient, Baseline.BMI);
    patient.recovery((sum - mean) / sd);
  }

  /** Variance of a shift that a share of the patients has. */
  private static double spread(double shift, double share) {
    return shift * shift * share * (1 - share);
  }
}
