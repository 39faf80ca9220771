package org.spineregistry.ingestor.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.schemas.dictionary.Codes;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.HeaderField;
import org.spineregistry.schemas.dictionary.Stage;

/**
 * Stage 8: campaign, and the bounds of the header's numbers. Absent fields have been found with the
 * shape.
 */
final class HeaderChecks {
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Object> header;

  private HeaderChecks(Map<String, Object> header) {
    this.header = header;
  }

  /**
   * @param campaign of the record; empty when no known campaign could be found
   * @param currentYear no operation is later
   */
  static List<Finding> check(
      List<HeaderField> fields,
      Map<String, Object> header,
      Optional<String> campaign,
      int currentYear) {
    HeaderChecks checks = new HeaderChecks(header);
    checks.checkCampaign(campaign);
    fields.forEach(field -> checks.checkBounds(field, currentYear));
    checks.checkCorrection();
    return checks.findings;
  }

  private void checkCampaign(Optional<String> campaign) {
    Object named = header.get("campaignId");
    if (named != null && !Optional.of(named).equals(campaign)) {
      findings.add(IntakeCode.UNKNOWN_CAMPAIGN.at("header.campaignId"));
    }
  }

  private void checkBounds(HeaderField field, int currentYear) {
    if (header.get(field.name()) instanceof Long number) {
      int min = field.min().orElse(Integer.MIN_VALUE);
      boolean year = field.name().equals("operationYear");
      int max = year ? currentYear : Integer.MAX_VALUE;
      if (number < min || number > max) {
        String rule =
            year
                ? "Must be from " + min + " to the current year."
                : "Must be at least " + min + ".";
        findings.add(outOfRange(field.path(), rule));
      }
    }
  }

  private void checkCorrection() {
    if (header.get("correctionOf") instanceof Long corrected
        && header.get("revision") instanceof Long revision
        && corrected >= revision) {
      findings.add(outOfRange("header.correctionOf", "Must be an earlier revision."));
    }
  }

  private static Finding outOfRange(String path, String rule) {
    return Finding.reject(Stage.HEADER, Codes.OUT_OF_RANGE, path, rule, "");
  }
}
