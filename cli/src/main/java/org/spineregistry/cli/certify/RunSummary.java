package org.spineregistry.cli.certify;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.run.Outcome;
import org.spineregistry.synthesis.run.RunResult;

/**
 * What a run comes to, for a terminal: verdict first.
 *
 * @param result of the run
 * @param folder with its files
 */
record RunSummary(RunResult result, Path folder) {
  String text() {
    StringBuilder text = new StringBuilder();
    List<GateResult> deciding = result.gates().stream().filter(GateResult::isDeciding).toList();
    text.append('\n').append(verdict(GateCount.of(deciding))).append("\n\n");
    text.append(GateLines.of(deciding));
    long caught = result.controls().stream().filter(ControlResult::isCaught).count();
    if (!result.controls().isEmpty()) {
      text.append(
          String.format(
              Locale.ROOT,
              "%nBuilt-in controls caught: %d of %d%n",
              caught,
              result.controls().size()));
    }
    result.gates().stream()
        .filter(gate -> gate.id().equals("U1") && !gate.isDeciding())
        .forEach(
            gate ->
                text.append("\nUtility is not judged (U1): ").append(gate.detail()).append(".\n"));
    if (!result.advice().isEmpty()) {
      text.append("\nWhat would help:\n");
      result.advice().forEach(line -> text.append("  - ").append(line).append('\n'));
    }
    text.append(String.format(Locale.ROOT, "%nReport: %s%n", folder.resolve("report.html")));
    if (result.outcome() == Outcome.CERTIFIED) {
      text.append(
          String.format(
              Locale.ROOT,
              "Datasets and certificate: %s%nKeep %s secret: who has seed and cohort can repeat the"
                  + " release.%n",
              folder,
              folder.resolve("private")));
    }
    return text.toString();
  }

  private String verdict(GateCount gates) {
    return switch (result.outcome()) {
      case CERTIFIED -> "CERTIFIED: all " + gates.deciding() + " deciding gates passed.";
      case REFUSED -> "REFUSED: " + gates.failures() + ".";
      case NOT_CERTIFIABLE ->
          "NOT CERTIFIABLE: "
              + gates.open()
              + " of "
              + gates.deciding()
              + " deciding gates cannot be settled with so few data.";
      case ENGINE_FAULT -> "ENGINE FAULT: a built-in control was not caught; rely on nothing here.";
    };
  }
}
