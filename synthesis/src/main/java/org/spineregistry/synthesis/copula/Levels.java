package org.spineregistry.synthesis.copula;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The levels of one category column as ordered steps, rare ones merged.
 *
 * @param codes level code of each step
 * @param stepOf step of each level code, -1 for a level that the cohort does not hold
 * @param merged names of the levels that were merged into others
 */
record Levels(int[] codes, int[] stepOf, List<String> merged) {

  /**
   * Levels whose order the schema gives. A rare level joins the nearest one that is held by at
   * least k patients, of two equally near ones the lower.
   *
   * @param counts patients at each code
   */
  static Levels ordered(int[] counts, List<String> names, int k) {
    int[] common = common(counts, k);
    int[] target = new int[counts.length];
    for (int code = 0; code < counts.length; code++) {
      target[code] = nearest(common, code);
    }
    return of(common, target, counts, names);
  }

  /**
   * Levels without an order of their own: by the mean score of the outcome, ties by name. Rare
   * levels join the one that stands for others, or the commonest.
   *
   * @param counts patients at each code
   * @param means mean score of the primary outcome at each code
   * @param other code of the level that may stand for rare ones, or -1
   */
  static Levels nominal(int[] counts, double[] means, List<String> names, int other, int k) {
    int rare = IntStream.of(counts).filter(count -> count < k).sum();
    boolean gathers = other >= 0 && Math.max(rare, counts[other]) >= k;
    int[] common =
        IntStream.range(0, counts.length)
            .filter(code -> counts[code] >= k || (gathers && code == other))
            .toArray();
    if (common.length == 0) {
      common = common(counts, k);
    }
    int largest = commonest(common, counts);
    int[] kept = sorted(common, means, names);
    int[] target = new int[counts.length];
    for (int code = 0; code < counts.length; code++) {
      target[code] = contains(common, code) ? code : gathers ? other : largest;
    }
    return of(kept, target, counts, names);
  }

  /** Levels held by at least k patients; the commonest one when there is none. */
  private static int[] common(int[] counts, int k) {
    int[] common = IntStream.range(0, counts.length).filter(c -> counts[c] >= k).toArray();
    return common.length > 0 || counts.length == 0
        ? common
        : new int[] {commonest(IntStream.range(0, counts.length).toArray(), counts)};
  }

  /** Of equally near codes the lower. */
  private static int nearest(int[] codes, int wanted) {
    int nearest = codes[0];
    for (int code : codes) {
      if (Math.abs(code - wanted) < Math.abs(nearest - wanted)) {
        nearest = code;
      }
    }
    return nearest;
  }

  /** Of equally common codes the lower. */
  private static int commonest(int[] codes, int[] counts) {
    int commonest = codes[0];
    for (int code : codes) {
      if (counts[code] > counts[commonest]) {
        commonest = code;
      }
    }
    return commonest;
  }

  private static int[] sorted(int[] codes, double[] means, List<String> names) {
    return IntStream.of(codes)
        .boxed()
        .sorted((a, b) -> byMean(a, b, means, names))
        .mapToInt(code -> code)
        .toArray();
  }

  // the comparators of the library are made anew in every process, which takes longer than this
  private static int byMean(int first, int second, double[] means, List<String> names) {
    int order = Double.compare(means[first], means[second]);
    return order != 0 ? order : names.get(first).compareTo(names.get(second));
  }

  private static Levels of(int[] codes, int[] target, int[] counts, List<String> names) {
    int[] stepOf = new int[counts.length];
    List<String> merged = new ArrayList<>();
    for (int code = 0; code < counts.length; code++) {
      stepOf[code] = counts[code] == 0 ? -1 : indexOf(codes, target[code]);
      if (counts[code] > 0 && target[code] != code) {
        merged.add(names.get(code));
      }
    }
    return new Levels(codes, stepOf, List.copyOf(merged));
  }

  private static boolean contains(int[] codes, int code) {
    return indexOf(codes, code) >= 0;
  }

  private static int indexOf(int[] codes, int code) {
    for (int i = 0; i < codes.length; i++) {
      if (codes[i] == code) {
        return i;
      }
    }
    return -1;
  }
}
