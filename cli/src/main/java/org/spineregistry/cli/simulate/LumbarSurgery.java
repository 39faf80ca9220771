package org.spineregistry.cli.simulate;

import java.util.List;
import java.util.stream.IntStream;

/** Transforaminal lumbar interbody fusion. */
final class LumbarSurgery implements Surgery {
  private static final List<String> LEVELS = List.of("L1_L2", "L2_L3", "L3_L4", "L4_L5", "L5_S1");

  /** Lowest fused level (0 is L1_L2), by how many are fused. */
  private static final List<Shares<Long>> LOWEST =
      List.of(
          Shares.counting(1, 3, 12, 55, 30),
          Shares.counting(2, 10, 40, 50),
          Shares.counting(3, 40, 60),
          Shares.counting(4, 100));

  private static final Shares<Long> DEGENERATIVE_SLIP = Shares.counting(1, 85, 15);
  private static final Shares<Long> ISTHMIC_SLIP = Shares.counting(1, 55, 35, 8, 2);
  private static final double SKIPPED_LEVEL = 0.02;
  private static final double TIME_OF_A_FURTHER_LEVEL = 0.35;

  private final Operation operation;

  LumbarSurgery(Population population) {
    this.operation = new Operation(population);
  }

  @Override
  public void fill(Patient patient) {
    operation.choose(patient, "primaryDiagnosis");
    patient.put("meyerdingGrade", slip(patient));
    patient.put("procedure", "TLIF");
    operation.choose(patient, "side");
    operation.choose(patient, "approach");
    long count = operation.count(patient, "levelsCount");
    patient.put("levelsFused", levels(patient, (int) count));
    patient.put("levelsCount", count);
    patient.put("implantCount", count * operation.count(patient, "cagesPerLevel"));
    operation.choose(patient, "implantType");
    operation.choose(patient, "boneGraft");
    operation.choose(patient, "guidance");
    operation.effort(patient, 1 + TIME_OF_A_FURTHER_LEVEL * (count - 1), lossFactor(patient));
    operation.choose(patient, "intraopComplication");
    operation.choose(patient, "discharge");
  }

  private static long slip(Patient patient) {
    double draw = patient.uniform("meyerdingGrade");
    if (patient.is("primaryDiagnosis", "DEGEN_SPONDYLOLISTHESIS")) {
      return DEGENERATIVE_SLIP.at(draw);
    }
    return patient.is("primaryDiagnosis", "ISTHMIC_SPONDYLOLISTHESIS") ? ISTHMIC_SLIP.at(draw) : 0;
  }

  private static List<String> levels(Patient patient, int count) {
    int lowest = LOWEST.get(count - 1).at(patient.uniform("lowest-level")).intValue();
    if (count == 2 && patient.chance("skipped-level", SKIPPED_LEVEL)) {
      return List.of(LEVELS.get(lowest - 2), LEVELS.get(lowest));
    }
    return IntStream.rangeClosed(lowest - count + 1, lowest).mapToObj(LEVELS::get).toList();
  }

  private static double lossFactor(Patient patient) {
    if (patient.is("approach", "OPEN_MIDLINE")) {
      return 1.27;
    }
    boolean minimal = patient.is("approach", "MIS_TUBULAR") || patient.is("approach", "ENDOSCOPIC");
    return minimal ? 0.5 : 1;
  }
}
