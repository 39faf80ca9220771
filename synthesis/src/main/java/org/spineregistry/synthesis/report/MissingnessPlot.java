package org.spineregistry.synthesis.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.missing.Block;
import org.spineregistry.synthesis.missing.MissingPattern;
import org.spineregistry.synthesis.table.Table;

/**
 * Missing cells of cohort and release: how often, and which together.
 *
 * @param rates of the columns that miss a value in either table, in schema order
 * @param joint of the pairs of blocks of the cohort, see {@link MissingPattern}
 */
public record MissingnessPlot(List<Rate> rates, List<Joint> joint) {
  public MissingnessPlot {
    rates = List.copyOf(rates);
    joint = List.copyOf(joint);
  }

  /**
   * Missing share of a column.
   *
   * @param real null when the missing, or the observed, are one to four patients
   */
  public record Rate(String column, Double real, double synthetic) {}

  /**
   * Share of rows that miss two blocks together.
   *
   * @param first name of a block: its first column and how many more there are
   * @param real null when these, or the others, are one to four patients
   */
  public record Joint(String first, String second, Double real, double synthetic) {
    double distance() {
      return real == null ? 0 : Math.abs(synthetic - real);
    }
  }

  /** The plot of a cohort and a release with the same columns. */
  public static MissingnessPlot of(Table cohort, Table release) {
    List<Rate> rates = new ArrayList<>();
    for (int c = 0; c < cohort.columns().size(); c++) {
      int real = cohort.missing(c);
      int synthetic = release.missing(c);
      if (real + synthetic > 0) {
        rates.add(
            new Rate(
                cohort.columns().get(c).name(),
                shown(real, cohort.rows()),
                Shares.ofRelease(synthetic, release.rows())));
      }
    }
    return new MissingnessPlot(rates, joint(cohort, release));
  }

  /** Pairs of blocks, the largest difference first, ties in the order of the blocks. */
  public List<Joint> widest() {
    return joint.stream().sorted(Comparator.comparingDouble(pair -> -pair.distance())).toList();
  }

  private static List<Joint> joint(Table cohort, Table release) {
    List<Integer> all = IntStream.range(0, cohort.columns().size()).boxed().toList();
    List<Block> blocks =
        MissingPattern.of(cohort, all, Shares.SMALLEST_GROUP).blocks().stream()
            .filter(block -> Shares.mayShow(block.missing(), cohort.rows()))
            .toList();
    List<boolean[]> real = blocks.stream().map(block -> rows(cohort, block)).toList();
    List<boolean[]> synthetic = blocks.stream().map(block -> rows(release, block)).toList();
    List<Joint> pairs = new ArrayList<>();
    for (int a = 0; a < blocks.size(); a++) {
      for (int b = a + 1; b < blocks.size(); b++) {
        pairs.add(
            new Joint(
                name(cohort, blocks.get(a)),
                name(cohort, blocks.get(b)),
                shown(together(real.get(a), real.get(b)), cohort.rows()),
                Shares.ofRelease(together(synthetic.get(a), synthetic.get(b)), release.rows())));
      }
    }
    return pairs;
  }

  private static Double shown(int count, int of) {
    return Shares.mayShow(count, of) ? Shares.ofCohort(count, of) : null;
  }

  /** Rows that miss the first column of a block; in the cohort its columns miss the same rows. */
  private static boolean[] rows(Table table, Block block) {
    int column = block.columns().get(0);
    boolean[] rows = new boolean[table.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = table.isMissing(row, column);
    }
    return rows;
  }

  private static int together(boolean[] first, boolean[] second) {
    int count = 0;
    for (int row = 0; row < first.length; row++) {
      count += first[row] && second[row] ? 1 : 0;
    }
    return count;
  }

  private static String name(Table cohort, Block block) {
    String first = cohort.columns().get(block.columns().get(0)).name();
    int more = block.columns().size() - 1;
    return more == 0 ? first : first + " and " + more + " more";
  }
}
