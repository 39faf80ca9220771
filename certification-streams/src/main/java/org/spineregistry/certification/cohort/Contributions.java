package org.spineregistry.certification.cohort;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/**
 * The file that tells the reward policy who contributed which cases and windows to a certified
 * cohort. It holds pseudonyms and counts, no clinical value, and stays inside the installation. One
 * JSON object a line: a head, then the cases by rising ordinal.
 */
public final class Contributions {
  /** Value of {@code format} in the first line. */
  public static final String FORMAT = "spine-contributions/1";

  private static final ObjectMapper JSON = new ObjectMapper();

  private Contributions() {}

  /** The file's bytes: the same cohort gives the same bytes. */
  public static byte[] of(String cycleId, Cohort cohort) {
    ObjectNode head = JSON.createObjectNode();
    head.put("format", FORMAT);
    head.put("cycleId", cycleId);
    head.put("campaignId", cohort.campaignId());
    head.put("cases", cohort.cases().size());
    StringBuilder lines = new StringBuilder(head.toString()).append('\n');
    List<CohortCase> byOrdinal =
        cohort.cases().stream()
            .sorted(Comparator.comparingLong(c -> c.member().getOrdinal()))
            .toList();
    byOrdinal.forEach(c -> lines.append(line(c)).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode line(CohortCase c) {
    ObjectNode line = JSON.createObjectNode();
    line.put("ordinal", c.member().getOrdinal());
    line.put("caseId", c.caseId());
    line.put("contributorId", c.member().getContributorId());
    line.put("revision", c.member().getRevision());
    ArrayNode windows = line.putArray("windows");
    c.member().getWindowsFilled().forEach(windows::add);
    return line;
  }
}
