package org.spineregistry.synthesis.report;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.gate.GateResult;

/**
 * The gates of one family.
 *
 * @param family what they ask about
 * @param deciding whether they take part in the verdict; gates that only stand beside do not
 * @param gates in the order of the profile
 * @param notes what a reader should know beside them
 */
public record GateSection(
    GateFamily family, boolean deciding, List<GateResult> gates, List<String> notes) {
  public GateSection {
    gates = List.copyOf(gates);
    notes = List.copyOf(notes);
  }

  /**
   * Gates of the profile {@code rigorous} by family; a family without gates is left out.
   *
   * @throws IllegalArgumentException if an id belongs to no family
   */
  public static List<GateSection> rigorous(List<GateResult> gates) {
    List<GateSection> sections = new ArrayList<>();
    int placed = 0;
    for (GateFamily family : GateFamily.values()) {
      List<GateResult> own = gates.stream().filter(gate -> family.has(gate.id())).toList();
      placed += own.size();
      if (!own.isEmpty()) {
        sections.add(new GateSection(family, true, own, List.of()));
      }
    }
    if (placed != gates.size()) {
      throw new IllegalArgumentException("Each gate belongs to one family");
    }
    return sections;
  }

  /** Gates of the 2026 publication. */
  public static GateSection published(
      boolean deciding, List<GateResult> gates, List<String> notes) {
    return new GateSection(GateFamily.PUBLISHED, deciding, gates, notes);
  }

  /** The gates whose verdict counts. */
  public List<GateResult> decidingGates() {
    return deciding ? gates.stream().filter(GateResult::isDeciding).toList() : List.of();
  }
}
