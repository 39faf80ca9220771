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
        growthFactor == null || !listed.isEmpty(), "growthFactor: needs a threshold to grow from");
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }

  /** The smallest threshold above {@code size}; empty when none follows. */
  public OptionalLong after(long size) {
    for (long threshold : listed) {
      if (threshold > size) {
        return OptionalLong.of(threshold);
      }
    }
    if (growthFactor == null) {
      return OptionalLong.empty();
    }
    long threshold = listed.get(listed.size() - 1);
    while (threshold <= size) {
      threshold = grown(threshold);
    }
    return OptionalLong.of(threshold);
  }

  /** Every threshold above {@code requested} that {@code size} has reached, rising. */
  public List<Long> reached(long requested, long size) {
    List<Long> reached = new ArrayList<>();
    for (OptionalLong next = after(requested);
        next.isPresent() && next.getAsLong() <= size;
        next = after(next.getAsLong())) {
      reached.add(next.getAsLong());
    }
    return reached;
  }

  private long grown(long threshold) {
    return BigDecimal.valueOf(threshold)
        .multiply(growthFactor)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }
}
