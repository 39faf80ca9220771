package org.spineregistry.localstack.demo;

import java.util.List;
import org.spineregistry.cli.verify.Verification;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.localstack.stack.StackSettings;
import org.spineregistry.synthesis.verify.Check;

/**
 * What a stranger finds who verifies the datasets of a cycle.
 *
 * @param datasets number of datasets that were looked at
 * @param failed checks that do not hold, as sentences
 */
record Proof(int datasets, List<String> failed) {
  Proof {
    failed = List.copyOf(failed);
  }

  /** Verifies every dataset of a certified and anchored cycle. */
  static Proof of(Cycle cycle, StackSettings stack) {
    List<String> failed =
        cycle.datasets().stream()
            .flatMap(
                dataset ->
                    checks(cycle, dataset, stack).stream()
                        .filter(check -> check.outcome() != Check.Outcome.PASSED)
                        .map(check -> dataset.name() + ", " + check.name() + ": " + check.reason()))
            .toList();
    return new Proof(cycle.datasets().size(), failed);
  }

  private static List<Check> checks(Cycle cycle, Cycle.File dataset, StackSettings stack) {
    return Verification.of(
        VerifyLine.path(dataset),
        VerifyLine.path(cycle.certificate()),
        stack.data().trust(),
        List.of(stack.rpcUrl()),
        cycle.anchor().signature());
  }

  boolean holds() {
    return failed.isEmpty();
  }
}
