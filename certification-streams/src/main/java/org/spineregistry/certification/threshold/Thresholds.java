package org.spineregistry.certification.threshold;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Registry sizes that ask for certification: a rising list, then geometric growth.
 *
 * @param listed rising, each at least 1; may be empty when there is no growth either
 * @param growthFactor above 1, or null: nothing follows the list. The next threshold is the last
 *     one times the factor, rounded up.
 */
public record Thresholds(List<Long> listed, BigDecimal growthFactor) {
  private static final BigDecimal LARGEST_FACTOR = BigDecimal.valueOf(1_000);
  private static final int MOST_DECIMALS = 6;

  /** No registry grows to this size; no threshold lies above it. */
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000L);

  private static final long NONE = -1;

  /**
   * @throws IllegalArgumentException naming the rule, when the list or the factor breaks one
   */
  public Thresholds {
    listed = List.copyOf(listed);
    for (int i = 0; i < listed.size(); i++) {
      require(listed.get(i) >= 1, "thresholds: each is at least 1");
      require(i == 0 || listed.get(i) > listed.get(i - 1), "thresholds: each above the one before");
    }
    require(
        growthFactor == null || growthFactor.compareTo(BigDecimal.ONE) > 0,
        "growthFactor: above 1");
    require(
        growthFactor == null
            || growthFactor.compareTo(LARGEST_FACTOR) <= 0 && growthFactor.scale() <= MOST_DECIMALS,
        "growthFactor: at most 1000, with at most 6 decimals");
    require(
        growthFactor == null || !listed.isEmpty(), "growthFactor: needs a threshold to grow from");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** The smallest threshold above {@code size}; empty when none follows. */
  public OptionalLong after(long size) {
    Steps steps = new Steps();
    long next = steps.next();
    while (next != NONE && next <= size) {
      next = steps.next();
    }
    return next == NONE ? OptionalLong.empty() : OptionalLong.of(next);
  }

  /** Every threshold above {@code requested} that {@code size} has reached, rising. */
  public List<Long> reached(long requested, long size) {
    List<Long> reached = new ArrayList<>();
    Steps steps = new Steps();
    for (long next = steps.next(); next != NONE && next <= size; next = steps.next()) {
      if (next > requested) {
        reached.add(next);
      }
    }
    return reached;
  }

  /** Walks up the thresholds. */
  private final class Steps {
    private int listedSoFar;
    private long last;

    /** The next one, or {@link #NONE}. */
    long next() {
      if (listedSoFar < listed.size()) {
        last = listed.get(listedSoFar++);
      } else if (last != NONE) {
        last = growthFactor == null || listed.isEmpty() ? NONE : grown();
      }
      return last;
    }

    private long grown() {
      BigDecimal next =
          BigDecimal.valueOf(last).multiply(growthFactor).setScale(0, RoundingMode.CEILING);
      return next.compareTo(LARGEST) > 0 ? NONE : next.longValueExact();
    }
  }
}
