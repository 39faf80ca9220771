package org.spineregistry.localstack.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.spineregistry.localstack.api.Cycle;

/** The summary for people. */
final class SummaryText {
  private static final int TOKEN_DECIMALS = 9;

  private SummaryText() {}

  static List<String> lines(RunSummary summary) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "Campaign   " + summary.campaignId() + (summary.simulated() ? ", simulated cases" : ""));
    lines.add("Cases      " + summary.submission().sentence());
    summary.notReached().forEach(t -> lines.add("Threshold  " + t + " was not reached"));
    summary
        .passedBefore()
        .forEach(
            t ->
                lines.add(
                    "Threshold  "
                        + t
                        + " was passed under an earlier policy: no cycle of its own"));
    summary.cycles().forEach(cycle -> add(lines, cycle, summary));
    lines.add("");
    lines.add(
        "Payouts    %,d, together %s SPINE"
            .formatted(
                summary.payouts(),
                new BigDecimal(summary.granted(), TOKEN_DECIMALS)
                    .stripTrailingZeros()
                    .toPlainString()));
    return lines;
  }

  private static void add(List<String> lines, Cycle cycle, RunSummary summary) {
    lines.add("");
    lines.add(
        "Cycle %s, threshold %d, %d cases: %s"
            .formatted(cycle.cycleId(), cycle.threshold(), cycle.cases(), outcome(cycle)));
    cycle.reasons().forEach(reason -> lines.add("  why      " + reason));
    if (!cycle.gates().isEmpty()) {
      lines.add(row("gate", "value", "bound", "verdict"));
      cycle.gates().forEach(gate -> lines.add(row(gate)));
    }
    cycle
        .datasets()
        .forEach(
            d ->
                lines.add(
                    "  dataset  %s (%,d rows, SHA-256 %s)"
                        .formatted(VerifyLine.shown(VerifyLine.path(d)), d.rows(), d.sha256())));
    if (cycle.certificate() != null) {
      lines.add("  signed   " + VerifyLine.shown(VerifyLine.path(cycle.certificate())));
    }
    if (cycle.datasets().isEmpty()) {
      lines.add("  dataset  none: only a certified one is written");
    }
    cycle.documents().stream()
        .filter(file -> file.name().equals("report.html"))
        .forEach(file -> lines.add("  report   " + VerifyLine.shown(VerifyLine.path(file))));
    if (cycle.anchor() == null) {
      lines.add("  anchor   none: only a certified cycle is anchored");
      return;
    }
    lines.add(
        "  anchor   %s in slot %d".formatted(cycle.anchor().signature(), cycle.anchor().slot()));
    lines.add("  memo     " + cycle.anchor().memo());
    Proof proof = summary.proofs().get(cycle.cycleId());
    if (proof.holds()) {
      lines.add("  proved   all checks hold for " + proof.datasets() + " datasets");
    }
    proof.failed().forEach(why -> lines.add("  FAIL     " + why));
    lines.add("  verify   " + VerifyLine.of(cycle, cycle.datasets().get(0), summary.stack()));
    lines.add("  offline  " + VerifyLine.offline(cycle, cycle.datasets().get(0), summary.stack()));
  }

  private static String outcome(Cycle cycle) {
    return switch (cycle.state()) {
      case "REWARDED" -> "CERTIFIED, anchored, paid";
      case "REFUSED" -> "REFUSED: " + refusing(cycle);
      default -> cycle.state();
    };
  }

  /** The gates that decide and did not pass. */
  private static String refusing(Cycle cycle) {
    return cycle.gates().stream()
        .filter(gate -> !Set.of("PASS", "REPORTED").contains(gate.verdict()))
        .map(Cycle.Gate::id)
        .collect(Collectors.joining(", "));
  }

  private static String row(Cycle.Gate gate) {
    return row(gate.id(), number(gate.value()), bound(gate), gate.verdict());
  }

  private static String row(String id, String value, String bound, String verdict) {
    return String.format(Locale.ROOT, "  %-34s %10s  %-14s %s", id, value, bound, verdict);
  }

  private static String bound(Cycle.Gate gate) {
    if (gate.bound() == null) {
      return "none";
    }
    String sign =
        switch (gate.direction()) {
          case "AT_LEAST" -> ">= ";
          case "AT_MOST" -> "<= ";
          case "ABOVE" -> "> ";
          case "BELOW" -> "< ";
          default -> "";
        };
    return sign + number(gate.bound());
  }

  private static String number(Double value) {
    return value == null ? "-" : String.format(Locale.ROOT, "%.4g", value);
  }
}
