package org.spineregistry.anchor.reward.cohort;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Scanner;
import java.util.Set;
import org.spineregistry.anchor.reward.Contribution;

/**
 * Who contributed which cases and windows to a certified cohort: one JSON object a line, a head,
 * then the cases by rising ordinal. The file is internal and its digest was compared before; what
 * is checked here is that it says what payouts may rest on.
 */
public final class ContributionsFile {
  /** Value of {@code format} in the first line. */
  public static final String FORMAT = "spine-contributions/1";

  private static final ObjectReader HEAD = reader(Head.class);
  private static final ObjectReader LINE = reader(Line.class);

  private ContributionsFile() {}

  /** First line. */
  record Head(String format, String cycleId, String campaignId, Integer cases) {}

  /** Any other line. */
  record Line(
      Long ordinal, String caseId, String contributorId, Integer revision, List<String> windows) {}

  /**
   * @param bytes the whole file
   * @throws ContributionsProblem when the file is malformed or belongs to another cycle
   */
  public static List<Contribution> read(byte[] bytes, String cycleId, String campaignId) {
    List<Contribution> contributions = new ArrayList<>();
    Set<String> cases = new HashSet<>();
    long last = 0;
    try (Scanner lines = new Scanner(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      lines.useDelimiter("\n");
      Head head = head(lines, cycleId, campaignId);
      while (lines.hasNext()) {
        Contribution contribution = contribution(LINE.<Line>readValue(lines.next()), last);
        ContributionsProblem.unless(cases.add(contribution.caseId()), "CASE_TWICE");
        last = contribution.ordinal();
        contributions.add(contribution);
      }
      ContributionsProblem.unless(head.cases() == contributions.size(), "CASES_MISSING");
    } catch (IOException e) {
      throw new ContributionsProblem("NOT_JSON_LINES");
    }
    return contributions;
  }

  private static Head head(Scanner lines, String cycleId, String campaignId) throws IOException {
    ContributionsProblem.unless(lines.hasNext(), "EMPTY");
    Head head = HEAD.readValue(lines.next());
    ContributionsProblem.unless(FORMAT.equals(head.format()), "FORMAT");
    ContributionsProblem.unless(
        cycleId.equals(head.cycleId()) && campaignId.equals(head.campaignId()), "OTHER_CYCLE");
    ContributionsProblem.unless(head.cases() != null, "HEAD");
    return head;
  }

  private static Contribution contribution(Line line, long last) {
    ContributionsProblem.unless(
        line.ordinal() != null
            && isPart(line.caseId())
            && isPart(line.contributorId())
            && line.revision() != null
            && line.windows() != null
            && line.windows().stream().allMatch(ContributionsFile::isPart),
        "LINE");
    ContributionsProblem.unless(line.ordinal() > last, "ORDER");
    Set<String> windows = new HashSet<>(line.windows());
    ContributionsProblem.unless(windows.size() == line.windows().size(), "WINDOW_TWICE");
    return new Contribution(
        line.ordinal(), line.caseId(), line.contributorId(), line.revision(), windows);
  }

  /**
   * Parts of a payout's name: neither separator may occur in them, or two different names could
   * collide.
   */
  private static boolean isPart(String text) {
    return text != null && text.matches("[A-Za-z0-9._-]{1,100}");
  }

  private static ObjectReader reader(Class<?> type) {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build()
        .readerFor(type);
  }
}
