package org.spineregistry.cli.certify;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;

/** Deciding gates as lines for a terminal. */
final class GateLines {
  private GateLines() {}

  static String of(List<GateResult> gates) {
    return gates.stream()
        .filter(GateResult::isDeciding)
        .map(GateLines::line)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String line(GateResult gate) {
    String sign =
        switch (gate.verdict()) {
          case PASS -> "pass";
          case FAIL -> "FAIL";
          default -> "open";
        };
    String interval =
        gate.interval() == null
            ? ""
            : String.format(
                Locale.ROOT, " [%.4f, %.4f]", gate.interval().lower(), gate.interval().upper());
    // a gate that passes needs no explanation
    String why =
        gate.verdict() == Verdict.PASS || gate.detail() == null || gate.detail().isEmpty()
            ? ""
            : "\n        " + gate.detail();
    return String.format(
        Locale.ROOT,
        "  %s  %-28s %s%s, bound %s %s%s",
        sign,
        gate.id(),
        gate.value() == null ? "-" : String.format(Locale.ROOT, "%.4f", gate.value()),
        interval,
        gate.direction().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        String.format(Locale.ROOT, "%.4f", gate.bound()),
        why);
  }
}
