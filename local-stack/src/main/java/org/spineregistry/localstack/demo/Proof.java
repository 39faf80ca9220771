package org.spineregistry.localstack.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spineregistry.cli.verify.Verification;
import org.spineregistry.localstack.api.AnchorApi;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.localstack.api.NotAnswering;
import org.spineregistry.localstack.stack.Service;
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

  /**
   * Verifies every dataset of a certified and anchored cycle, and keeps the bundle that proves it.
   */
  static Proof of(Cycle cycle, StackSettings stack) {
    List<String> failed = new ArrayList<>(bundle(cycle, stack));
    failed.addAll(
        cycle.datasets().stream()
            .flatMap(
                dataset ->
                    checks(cycle, dataset, stack).stream()
                        .filter(check -> check.outcome() != Check.Outcome.PASSED)
                        .map(check -> dataset.name() + ", " + check.name() + ": " + check.reason()))
            .toList());
    return new Proof(cycle.datasets().size(), failed);
  }

  /**
   * Writes the bundle, so that the proof outlives the stack.
   *
   * @return why it could not be written
   */
  private static List<String> bundle(Cycle cycle, StackSettings stack) {
    Path file = stack.data().bundle(cycle.cycleId());
    try {
      Files.createDirectories(file.getParent());
      Files.write(
          file, new AnchorApi(stack.url(Service.PUBLISHER)).proof(cycle.certificate().sha256()));
      return List.of();
    } catch (NotAnswering | IOException e) {
      return List.of("proof bundle: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of("proof bundle: interrupted");
    }
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
