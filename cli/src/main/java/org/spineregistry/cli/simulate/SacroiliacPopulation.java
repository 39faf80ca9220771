package org.spineregistry.cli.simulate;

import static java.util.Map.entry;
import static org.spineregistry.cli.simulate.Marginal.gamma;
import static org.spineregistry.cli.simulate.Marginal.logNormal;
import static org.spineregistry.cli.simulate.Marginal.logNormalOf;
import static org.spineregistry.cli.simulate.Marginal.normal;

import java.util.Map;

/** Patients with a fusion of the sacroiliac joint. */
final class SacroiliacPopulation {
  private SacroiliacPopulation() {}

  static Population numbers() {
    return new Population(marginals(), choices(), counts(), chances());
  }

  private static Map<String, Marginal> marginals() {
    return Map.ofEntries(
        entry("ageYears", normal(52, 12, 21, 85)),
        entry("bmi", logNormalOf(28.0, 5.5, 12, 70)),
        entry("symptomDurationMonths", logNormal(3.31, 0.91, 6, 600)),
        entry("odiBaseline", normal(54.5, 13, 0, 100)),
        entry("vasBackBaseline", normal(7.7, 1.3, 0, 10)),
        entry("vasLegBaseline", normal(4.5, 2.8, 0, 10)),
        entry("eq5dBaseline", normal(0.45, 0.20, -0.6, 1)),
        entry("sijInjectionReliefPct", normal(70, 15, 0, 100)),
        entry("operativeTimeMin", gamma(59, 17)),
        entry("bloodLossMl", gamma(37, 30)),
        entry("lengthOfStayDays", gamma(1.7, 1.2)),
        entry("odi3m", normal(36, 17, 0, 100)),
        entry("odi6m", normal(31.5, 18, 0, 100)),
        entry("odi12m", normal(29.5, 19, 0, 100)),
        entry("odi24m", normal(28.5, 19, 0, 100)),
        entry("vasBack3m", normal(3.6, 2.4, 0, 10)),
        entry("vasBack6m", normal(3.2, 2.4, 0, 10)),
        entry("vasBack12m", normal(3.1, 2.5, 0, 10)),
        entry("vasBack24m", normal(2.8, 2.5, 0, 10)),
        entry("vasLeg12m", normal(2.2, 2.4, 0, 10)),
        entry("eq5d12m", normal(0.70, 0.22, -0.6, 1)));
  }

  private static Map<String, Shares<String>> choices() {
    return Map.ofEntries(
        entry("smoking", Shares.of("NEVER 50, FORMER 28, CURRENT 22")),
        entry("opioidUsePreop", Shares.of("NONE 38, INTERMITTENT 27, DAILY 35")),
        entry("motorDeficitPreop", Shares.of("NONE 92, MILD_MRC4 7, SEVERE_MRC0_3 1")),
        entry("side", Shares.of("LEFT 43, RIGHT 42, BILATERAL 15")),
        entry(
            "approach",
            Shares.of(
                "LATERAL_TRANSILIAC 78, POSTEROLATERAL 14, POSTERIOR_INTRAARTICULAR 7, OPEN_ANTERIOR 1")),
        entry(
            "boneGraft",
            Shares.of(
                "NONE 70, LOCAL_AUTOGRAFT 10, ILIAC_CREST 1, ALLOGRAFT 12, SYNTHETIC_DBM 6, BMP 1")),
        entry("guidance", Shares.of("FLUOROSCOPY 72, NAVIGATION_3D 22, ROBOTIC 5.5, NONE 0.5")),
        entry(
            "intraopComplication",
            Shares.of(
                "NONE 97.5, NERVE_ROOT 0.4, VASCULAR 0.2, IMPLANT_MALPOSITION 0.9, FRACTURE 0.5, OTHER 0.5")),
        entry("discharge", Shares.of("HOME 90, HOME_WITH_CARE 6, REHAB 3, NURSING_FACILITY 1")),
        entry(
            "reoperation24m",
            Shares.of(
                "REVISION_SAME_SITE 45, CONTRALATERAL_SIJ 30, IMPLANT_REMOVAL 15, WASHOUT 10")),
        entry("imaged", Shares.of("FUSED 70, INDETERMINATE 20, NONUNION 10")));
  }

  private static Map<String, Shares<Long>> counts() {
    return Map.of(
        "asaClass", Shares.counting(1, 15, 58, 26, 1),
        "charlsonIndex", Shares.counting(0, 62, 22, 10, 4, 2),
        "sijProvocationPositive", Shares.counting(2, 5, 30, 33, 24, 8),
        "implantsPerSide", Shares.counting(1, 4, 24, 70.5, 1.5),
        "clavienDindo90d", Shares.counting(0, 88, 5, 4, 2.5, 0.4, 0.1),
        "satisfaction24m", Shares.counting(1, 60, 25, 9, 6));
  }

  private static Map<String, Double> chances() {
    return Map.of(
        "female", 0.71,
        "diabetes", 0.09,
        "priorLumbarFusion", 0.35,
        "transfusion", 0.003,
        "reoperated", 0.05);
  }
}
