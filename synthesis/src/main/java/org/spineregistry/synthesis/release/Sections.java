package org.spineregistry.synthesis.release;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.published.PublishedProfile;
import org.spineregistry.synthesis.report.GateSection;

/** The gates of a profile by family, those of the publication beside them at the end. */
final class Sections {
  private static final Predicate<GateResult> IS_BESIDE =
      gate -> gate.id().startsWith(PublishedProfile.NAME + ":");

  private Sections() {}

  static List<GateSection> of(String profile, List<GateResult> gates, List<String> notes) {
    if (profile.equals(PublishedProfile.NAME)) {
      return List.of(GateSection.published(true, gates, notes));
    }
    List<GateSection> sections =
        new ArrayList<>(
            GateSection.rigorous(gates.stream().filter(Predicate.not(IS_BESIDE)).toList()));
    List<GateResult> beside = gates.stream().filter(IS_BESIDE).toList();
    if (!beside.isEmpty()) {
      sections.add(GateSection.published(false, beside, PublishedProfile.NOTES));
    }
    return sections;
  }
}
