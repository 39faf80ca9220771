package org.spineregistry.bench.gates;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.spineregistry.synthesis.control.PlantedFault;
import org.spineregistry.synthesis.evaluation.FaultFinding;

/** Counts over trials which gates failed on which fault. */
final class FaultTally {
  /** Counts of one fault. */
  private static final class Line {
    private int planted;
    private int found;
    private int published;
    private final Map<String, Integer> gates = new TreeMap<>();
    private final Map<String, Integer> publishedGates = new TreeMap<>();
  }

  private final Map<PlantedFault, Line> lines = new EnumMap<>(PlantedFault.class);

  /** Adds one trial. */
  void add(List<FaultFinding> findings) {
    for (FaultFinding finding : findings) {
      Line line = lines.computeIfAbsent(finding.fault(), fault -> new Line());
      line.planted++;
      line.found += finding.isFound() ? 1 : 0;
      line.published += finding.published().isEmpty() ? 0 : 1;
      finding.caused().forEach(id -> line.gates.merge(id, 1, Integer::sum));
      finding.failedPublished().forEach(id -> line.publishedGates.merge(id, 1, Integer::sum));
    }
  }

  /** Trials in which the gate that must find the fault did, of all; "-" without any. */
  String found(PlantedFault fault) {
    Line line = lines.get(fault);
    return line == null ? "-" : line.found + " of " + line.planted;
  }

  /** Whether the gate found the fault in 19 of 20 trials or more. */
  boolean isEnough(PlantedFault fault) {
    Line line = lines.get(fault);
    return line == null || 20 * line.found >= 19 * line.planted;
  }

  /** Every gate that failed because of the fault, with the number of trials. */
  String gates(PlantedFault fault) {
    Line line = lines.get(fault);
    return line == null ? "-" : counts(line.gates, line.planted);
  }

  /** Every published gate that failed, with the number of trials. */
  String published(PlantedFault fault) {
    Line line = lines.get(fault);
    if (line == null || line.published == 0) {
      return "-";
    }
    return counts(line.publishedGates, line.published);
  }

  private static String counts(Map<String, Integer> gates, int of) {
    return gates.isEmpty()
        ? "none of " + of
        : gates.entrySet().stream()
            .map(gate -> "`" + gate.getKey() + "` " + gate.getValue())
            .collect(Collectors.joining(", "));
  }
}
