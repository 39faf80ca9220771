package org.spineregistry.cli.simulate;

/** Fusion of the sacroiliac joint. */
final class SacroiliacSurgery implements Surgery {
  private static final Shares<String> AFTER_FUSION =
      Shares.of("POST_FUSION_SIJ 60, DEGENERATIVE_SACROILIITIS 22, SIJ_DISRUPTION 14, OTHER 4");
  private static final Shares<String> WITHOUT_FUSION =
      Shares.of("DEGENERATIVE_SACROILIITIS 58, SIJ_DISRUPTION 37, OTHER 5");
  private static final Shares<String> FROM_THE_SIDE =
      Shares.of("TRIANGULAR_TITANIUM 82, THREADED_TITANIUM 17, OTHER 1");
  private static final Shares<String> FROM_BEHIND =
      Shares.of("ALLOGRAFT_DOWEL 60, THREADED_TITANIUM 38, OTHER 2");

  private static final double POSTPARTUM = 0.15;
  private static final int OLDEST_POSTPARTUM = 50;
  private static final double TIME_OF_BOTH_SIDES = 1.7;

  private final Operation operation;

  SacroiliacSurgery(Population population) {
    this.operation = new Operation(population);
  }

  @Override
  public void fill(Patient patient) {
    patient.put("primaryDiagnosis", diagnosis(patient));
    patient.put("sijProvocationPositive", operation.count(patient, "sijProvocationPositive"));
    // patients tell relief in steps of five per cent
    double relief = operation.value(patient, "sijInjectionReliefPct", Loadings.NONE);
    patient.put("sijInjectionReliefPct", 5 * Rounding.whole(relief / 5));
    patient.put("procedure", "SIJF");
    patient.put("levelsCount", 0L);
    operation.choose(patient, "side");
    operation.choose(patient, "approach");
    boolean both = patient.is("side", "BILATERAL");
    patient.put("implantCount", operation.count(patient, "implantsPerSide") * (both ? 2 : 1));
    boolean behind = patient.is("approach", "POSTERIOR_INTRAARTICULAR");
    patient.put(
        "implantType", (behind ? FROM_BEHIND : FROM_THE_SIDE).at(patient.uniform("implantType")));
    operation.choose(patient, "boneGraft");
    operation.choose(patient, "guidance");
    operation.effort(patient, both ? TIME_OF_BOTH_SIDES : 1, 1);
    operation.choose(patient, "intraopComplication");
    operation.choose(patient, "discharge");
  }

  private static String diagnosis(Patient patient) {
    boolean fused = patient.is("priorLumbarFusion", true);
    boolean mother =
        patient.is("sex", "FEMALE") && patient.number(Baseline.AGE) <= OLDEST_POSTPARTUM;
    if (!fused && mother && patient.chance("postpartum", POSTPARTUM)) {
      return "POSTPARTUM_SIJ";
    }
    return (fused ? AFTER_FUSION : WITHOUT_FUSION).at(patient.uniform("primaryDiagnosis"));
  }
}
