package org.spineregistry.synthesis.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Interval;

/** Gates and controls of {@link ReportJson}. */
final class GateJson {
  private GateJson() {}

  static Map<String, Object> section(GateSection section) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("family", section.family().name());
    json.put("title", section.family().title());
    json.put("deciding", section.deciding());
    json.put("gates", section.gates().stream().map(GateJson::gate).toList());
    json.put("notes", section.notes());
    return json;
  }

  static Map<String, Object> control(ControlResult control) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", control.name());
    json.put("made", control.made());
    json.put("mustFail", control.mustFail());
    json.put("failed", control.failed());
    json.put("caught", control.isCaught());
    json.put(
        "powerless",
        control.missed().stream()
            .filter(control.powerless()::containsKey)
            .map(gate -> gate + ": " + control.powerless().get(gate))
            .toList());
    return json;
  }

  /** Both ends of an interval, null where there is none. */
  static void putEnds(Map<String, Object> json, Interval interval) {
    json.put("lower", interval == null ? null : finite(interval.lower()));
    json.put("upper", interval == null ? null : finite(interval.upper()));
  }

  private static Map<String, Object> gate(GateResult gate) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", gate.id());
    json.put("question", GateQuestions.of(gate));
    json.put("title", gate.title());
    json.put("value", gate.value());
    putEnds(json, gate.interval());
    json.put("bound", gate.bound());
    json.put("direction", gate.direction().name());
    json.put("verdict", gate.verdict().name());
    json.put("detail", gate.detail());
    return json;
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
