package org.spineregistry.synthesis.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spineregistry.synthesis.missing.Block;
import org.spineregistry.synthesis.missing.Implication;
import org.spineregistry.synthesis.missing.MissingPattern;
import org.spineregistry.synthesis.special.StandardNormal;
import org.spineregistry.synthesis.table.Table;

/**
 * How faithful the missing cells are.
 *
 * @param rates of each block
 * @param joint of each pair of blocks
 * @param brokenImplications rows of the release that break an implication of the cohort
 * @param dropOuts of each block that has patients with an outcome on both sides
 */
public record MissingFidelity(
    List<MissingRate> rates,
    List<MissingRate> joint,
    int brokenImplications,
    List<DropOut> dropOuts) {
  private static final int SMALLEST_SIDE = 5;

  /**
   * Compares a release with the missing pattern of its cohort.
   *
   * @param pattern of the cohort over all columns
   */
  public static MissingFidelity of(Table cohort, MissingPattern pattern, Table release) {
    List<Block> blocks = pattern.blocks();
    List<boolean[]> real = rows(cohort, blocks);
    List<boolean[]> synthetic = rows(release, blocks);
    List<MissingRate> rates = new ArrayList<>();
    List<MissingRate> joint = new ArrayList<>();
    List<DropOut> dropOuts = new ArrayList<>();
    int pairs = blocks.size() * (blocks.size() - 1) / 2;
    for (int b = 0; b < blocks.size(); b++) {
      String name = name(cohort, blocks.get(b));
      rates.add(rate(name, real.get(b), synthetic.get(b), blocks.size()));
      for (int a = 0; a < b; a++) {
        joint.add(
            rate(
                name(cohort, blocks.get(a)) + " and " + name,
                both(real.get(a), real.get(b)),
                both(synthetic.get(a), synthetic.get(b)),
                pairs));
      }
      dropOut(cohort, release, name, real.get(b), synthetic.get(b)).ifPresent(dropOuts::add);
    }
    return new MissingFidelity(
        rates, joint, brokenImplications(blocks, release, synthetic), dropOuts);
  }

  private static MissingRate rate(String name, boolean[] real, boolean[] synthetic, int tests) {
    // of both sides together: a few rows of a rare gap say little of its rate
    double r = (double) (count(real) + count(synthetic)) / (real.length + synthetic.length);
    double z = StandardNormal.upperQuantile(0.05 / (2 * tests));
    double sampling = z * Math.sqrt(r * (1 - r) * (1.0 / real.length + 1.0 / synthetic.length));
    return new MissingRate(name, share(real), share(synthetic), sampling);
  }

  private static int brokenImplications(
      List<Block> blocks, Table release, List<boolean[]> missing) {
    boolean[] broken = new boolean[release.rows()];
    for (int b = 0; b < blocks.size(); b++) {
      for (Implication implication : blocks.get(b).implications()) {
        boolean[] active =
            implication.isByBlock()
                ? missing.get(implication.block())
                : holding(release, implication);
        for (int row = 0; row < broken.length; row++) {
          broken[row] |= active[row] && !missing.get(b)[row];
        }
      }
    }
    return count(broken);
  }

  private static boolean[] holding(Table release, Implication implication) {
    int[] codes = release.codes(implication.column());
    boolean[] holding = new boolean[codes.length];
    for (int row = 0; row < codes.length; row++) {
      holding[row] = codes[row] == implication.code();
    }
    return holding;
  }

  private static Optional<DropOut> dropOut(
      Table cohort, Table release, String name, boolean[] real, boolean[] synthetic) {
    Optional<Integer> outcome =
        cohort.primaryOutcome().filter(column -> cohort.columns().get(column).isNumber());
    if (outcome.isEmpty()) {
      return Optional.empty();
    }
    OutcomeSides patients = OutcomeSides.of(cohort.numbers(outcome.get()), real);
    if (Math.min(patients.missing(), patients.others()) < SMALLEST_SIDE) {
      return Optional.empty();
    }
    OutcomeSides rows = OutcomeSides.of(release.numbers(outcome.get()), synthetic);
    return Optional.of(
        new DropOut(
            name,
            patients.difference(),
            patients.error(),
            patients.degrees(),
            rows.difference(),
            rows.error()));
  }

  /** Whether each row misses each block: at least one of its columns. */
  private static List<boolean[]> rows(Table table, List<Block> blocks) {
    List<boolean[]> rows = new ArrayList<>();
    for (Block block : blocks) {
      boolean[] missing = new boolean[table.rows()];
      for (int column : block.columns()) {
        for (int row = 0; row < missing.length; row++) {
          missing[row] |= table.isMissing(row, column);
        }
      }
      rows.add(missing);
    }
    return rows;
  }

  private static boolean[] both(boolean[] first, boolean[] second) {
    boolean[] both = new boolean[first.length];
    for (int row = 0; row < both.length; row++) {
      both[row] = first[row] && second[row];
    }
    return both;
  }

  private static String name(Table cohort, Block block) {
    return cohort.columns().get(block.columns().get(0)).name();
  }

  private static double share(boolean[] rows) {
    return (double) count(rows) / rows.length;
  }

  private static int count(boolean[] rows) {
    int count = 0;
    for (boolean row : rows) {
      count += row ? 1 : 0;
    }
    return count;
  }
}
