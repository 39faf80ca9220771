package org.spineregistry.certification.certify;

import java.util.List;
import java.util.Optional;
import org.spineregistry.event.GateOutcome;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Interval;

/** Gates as the event states them. */
final class GateOutcomes {
  private GateOutcomes() {}

  static List<GateOutcome> of(List<GateResult> gates) {
    return gates.stream().map(GateOutcomes::event).toList();
  }

  private static GateOutcome event(GateResult gate) {
    return GateOutcome.newBuilder()
        .setId(gate.id())
        .setTitle(gate.title())
        .setValue(gate.value())
        .setLower(lower(gate))
        .setUpper(upper(gate))
        .setBound(gate.bound())
        .setDirection(gate.direction().name())
        .setVerdict(gate.verdict().name())
        .setDetail(gate.detail())
        .build();
  }

  private static Double lower(GateResult gate) {
    return Optional.ofNullable(gate.interval()).map(Interval::lower).orElse(null);
  }

  private static Double upper(GateResult gate) {
    return Optional.ofNullable(gate.interval()).map(Interval::upper).orElse(null);
  }
}
