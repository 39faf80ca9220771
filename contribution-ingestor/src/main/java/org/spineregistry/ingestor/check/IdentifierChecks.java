package org.spineregistry.ingestor.check;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.spineregistry.ingestor.check.CaseTexts.Text;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.ingestor.identifier.Detector;
import org.spineregistry.ingestor.identifier.Detectors;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Stage;

/** Stages 4 and 5: the detectors on every text. */
final class IdentifierChecks {
  /** What the detectors say of a list of texts. */
  record Hits(List<Finding> findings, Set<Detector> detectors) {}

  private static final String CASE_ID = "header.caseId";

  /** Of any version: its digits may look like anything, and which version is for stage 7 to say. */
  private static final Pattern UUID =
      Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private IdentifierChecks() {}

  static Hits check(List<Text> texts) {
    Set<Finding> findings = new LinkedHashSet<>();
    Set<Detector> detectors = EnumSet.noneOf(Detector.class);
    for (Text text : texts) {
      if (text.text().length() > Detectors.LONGEST) {
        findings.add(IntakeCode.TEXT_TOO_LONG.at(text.path()));
      } else if (!text.path().equals(CASE_ID) || !UUID.matcher(text.text()).matches()) {
        for (Detector detector : Detectors.in(text.text())) {
          detectors.add(detector);
          findings.add(finding(detector, text.path()));
        }
      }
    }
    return new Hits(new ArrayList<>(findings), detectors);
  }

  private static Finding finding(Detector detector, String path) {
    if (detector.isDate()) {
      return IntakeCode.DATE_IN_PAYLOAD.at(path);
    }
    return Finding.reject(
        Stage.IDENTIFIERS,
        "IDENTIFIER_" + detector.name(),
        path,
        "No text may hold what identifies a person, a place or a device.",
        "remove it at the source; nothing of it was kept");
  }
}
