package org.spineregistry.cli.simulate;

import static java.util.Map.entry;
import static org.spineregistry.cli.simulate.Marginal.gamma;
import static org.spineregistry.cli.simulate.Marginal.logNormal;
import static org.spineregistry.cli.simulate.Marginal.logNormalOf;
import static org.spineregistry.cli.simulate.Marginal.normal;

import java.util.Map;

/** Patients with a lumbar interbody fusion. */
final class LumbarPopulation {
  private LumbarPopulation() {}

  static Population numbers() {
    return new Population(marginals(), choices(), counts(), chances());
  }

  private static Map<String, Marginal> marginals() {
    return Map.ofEntries(
        entry("ageYears", normal(62, 10.5, 25, 90)),
        entry("bmi", logNormalOf(29.0, 5.1, 12, 70)),
        entry("symptomDurationMonths", logNormal(3.2, 0.9, 2, 600)),
        entry("odiBaseline", normal(48, 16, 0, 100)),
        entry("vasBackBaseline", normal(6.8, 2.4, 0, 10)),
        entry("vasLegBaseline", normal(6.4, 2.6, 0, 10)),
        entry("eq5dBaseline", normal(0.50, 0.22, -0.6, 1)),
        entry("operativeTimeMin", gamma(205, 80)),
        entry("bloodLossMl", gamma(220, 180)),
        entry("lengthOfStayDays", gamma(3.1, 1.7)),
        entry("odi3m", normal(30, 17, 0, 100)),
        entry("odi6m", normal(26, 18, 0, 100)),
        entry("odi12m", normal(24, 18, 0, 100)),
        entry("odi24m", normal(23.5, 18.5, 0, 100)),
        entry("vasBack3m", normal(3.3, 2.5, 0, 10)),
        entry("vasBack6m", normal(3.0, 2.5, 0, 10)),
        entry("vasBack12m", normal(2.9, 2.6, 0, 10)),
        entry("vasBack24m", normal(3.0, 2.7, 0, 10)),
        entry("vasLeg12m", normal(2.4, 2.7, 0, 10)),
        entry("eq5d12m", normal(0.76, 0.20, -0.6, 1)));
  }

  private static Map<String, Shares<String>> choices() {
    return Map.ofEntries(
        entry("smoking", Shares.of("NEVER 52, FORMER 28, CURRENT 20")),
        entry("opioidUsePreop", Shares.of("NONE 45, INTERMITTENT 27, DAILY 28")),
        entry("motorDeficitPreop", Shares.of("NONE 72, MILD_MRC4 22, SEVERE_MRC0_3 6")),
        entry("side", Shares.of("LEFT 44, RIGHT 40, BILATERAL 16")),
        entry(
            "primaryDiagnosis",
            Shares.of(
                "DEGEN_SPONDYLOLISTHESIS 36, ISTHMIC_SPONDYLOLISTHESIS 12, STENOSIS 20, DISC_DEGENERATION 12,"
                    + " RECURRENT_HERNIATION 7, DEGEN_SCOLIOSIS 6, POST_LAMINECTOMY 5, OTHER 2")),
        entry(
            "approach",
            Shares.of("OPEN_MIDLINE 40, MINI_OPEN_WILTSE 18, MIS_TUBULAR 38, ENDOSCOPIC 4")),
        entry("implantType", Shares.of("CAGE_PEEK 50, CAGE_TITANIUM 38, CAGE_HYBRID 10, OTHER 2")),
        entry(
            "boneGraft",
            Shares.of(
                "NONE 4, LOCAL_AUTOGRAFT 59, ILIAC_CREST 8, ALLOGRAFT 12, SYNTHETIC_DBM 14, BMP 3")),
        entry("guidance", Shares.of("FLUOROSCOPY 75, NAVIGATION_3D 17.5, ROBOTIC 5, NONE 2.5")),
        entry(
            "intraopComplication",
            Shares.of(
                "NONE 94.5, DURAL_TEAR 3, NERVE_ROOT 0.8, VASCULAR 0.2, IMPLANT_MALPOSITION 1, FRACTURE 0.2, OTHER 0.3")),
        entry("discharge", Shares.of("HOME 80, HOME_WITH_CARE 9, REHAB 9, NURSING_FACILITY 2")),
        entry(
            "reoperation24m",
            Shares.of("REVISION_SAME_SITE 40, ADJACENT_LEVEL 30, IMPLANT_REMOVAL 15, WASHOUT 15")),
        entry("imaged", Shares.of("FUSED 82, INDETERMINATE 12, NONUNION 6")));
  }

  private static Map<String, Shares<Long>> counts() {
    return Map.of(
        "asaClass", Shares.counting(1, 7, 55, 37, 1),
        "charlsonIndex", Shares.counting(0, 48, 27, 14, 7, 4),
        "levelsCount", Shares.counting(1, 70, 24, 5, 1),
        "cagesPerLevel", Shares.counting(1, 74.3, 25, 0.7),
        "clavienDindo90d", Shares.counting(0, 84, 6, 5.5, 3.5, 0.7, 0.3),
        "satisfaction24m", Shares.counting(1, 60, 25, 9, 6));
  }

  private static Map<String, Double> chances() {
    return Map.of(
        "female", 0.57,
        "diabetes", 0.15,
        "priorLumbarFusion", 0.15,
        "transfusion", 0.03,
        "reoperated", 0.06);
  }
}
