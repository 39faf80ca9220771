package org.spineregistry.cli.submit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of the rows of a file.
 *
 * @param submitted rows in the file
 * @param outcomes number of answers by outcome
 * @param refusals rows that are not in the registry, with every reason
 */
public record SubmissionReport(
    int submitted, Map<String, Integer> outcomes, List<Refusal> refusals) {
  public SubmissionReport {
    outcomes = Map.copyOf(outcomes);
    refusals = List.copyOf(refusals);
  }

  /** Rows that are in the registry now, those of an earlier submission included. */
  public int accepted() {
    return of("ACCEPTED") + of("QUERIED") + of("DUPLICATE") + of("SUPERSEDED");
  }

  /** Accepted rows that raised questions to the site. */
  public int queried() {
    return of("QUERIED");
  }

  /** Rows that the registry had already. */
  public int duplicates() {
    return of("DUPLICATE") + of("SUPERSEDED");
  }

  public int rejected() {
    return refusals.size();
  }

  private int of(String outcome) {
    return outcomes.getOrDefault(outcome, 0);
  }

  /** One line with all counts. */
  public String sentence() {
    return "%d submitted: %d accepted (%d of them with a question, %d known before), %d rejected"
        .formatted(submitted, accepted(), queried(), duplicates(), rejected());
  }

  /** Collects answers. */
  static final class Builder {
    private final int submitted;
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<Refusal> refusals;

    Builder(CaseFile file) {
      submitted = file.rows();
      refusals = new ArrayList<>(file.refusals());
    }

    void add(long line, Receipt receipt) {
      outcomes.merge(receipt.outcome(), 1, Integer::sum);
      if (receipt.rejected()) {
        refusals.add(new Refusal(line, receipt.findings()));
      }
    }

    SubmissionReport build() {
      refusals.sort(Comparator.comparingLong(Refusal::line));
      return new SubmissionReport(submitted, outcomes, refusals);
    }
  }
}
