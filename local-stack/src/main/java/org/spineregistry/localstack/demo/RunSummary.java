package org.spineregistry.localstack.demo;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.spineregistry.cli.submit.SubmissionReport;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.localstack.stack.Service;
import org.spineregistry.localstack.stack.StackSettings;

/**
 * What a run came to.
 *
 * @param simulated whether the cases were made by the project
 * @param thresholds what was asked for
 * @param size the registry's size after the submission
 * @param cycles all cycles of the campaign on this data directory, by threshold
 * @param proofs by cycle id, for every cycle that is anchored
 */
record RunSummary(
    String campaignId,
    boolean simulated,
    SubmissionReport submission,
    List<Long> thresholds,
    long size,
    List<Cycle> cycles,
    Map<String, Proof> proofs,
    StackSettings stack) {
  RunSummary {
    thresholds = List.copyOf(thresholds);
    cycles = List.copyOf(cycles);
    proofs = Map.copyOf(proofs);
  }

  /** Thresholds above the registry's size. */
  List<Long> notReached() {
    return thresholds.stream().filter(t -> t > size).toList();
  }

  /**
   * Thresholds that a new policy set below a size that was already requested: no cycle has them,
   * and none will.
   */
  List<Long> passedBefore() {
    return thresholds.stream()
        .filter(t -> t <= size && cycles.stream().noneMatch(c -> t.equals(c.threshold())))
        .toList();
  }

  /** Payouts of all cycles. */
  int payouts() {
    return cycles.stream()
        .filter(c -> c.rewards() != null)
        .mapToInt(c -> c.rewards().payouts())
        .sum();
  }

  /** Sum of what was granted, in base units. */
  BigInteger granted() {
    return cycles.stream()
        .filter(c -> c.rewards() != null)
        .map(c -> new BigInteger(c.rewards().grantedBaseUnits()))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  /**
   * True when every cycle could be run, as a refused one was, and every anchored one proves its
   * datasets.
   */
  boolean complete() {
    return !cycles.isEmpty()
        && cycles.stream().noneMatch(Cycle::failed)
        && proofs.values().stream().allMatch(Proof::holds);
  }

  String url(Service service) {
    return stack.url(service);
  }
}
