package org.spineregistry.ingestor.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Locale;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.ingestor.check.Verdict;
import org.spineregistry.ingestor.code.IntakeCode;
import org.spineregistry.ingestor.event.Answers;

/**
 * The answer to one case. It repeats of the case only what has passed its own check.
 *
 * @param line line of a bulk request, from 1; null for a single case
 * @param requestId id of the submission; the same as in the events about it; null when none was
 *     made
 * @param outcome accepted, queried, rejected, duplicate, superseded, withdrawn, or unknown when
 *     there was no answer in time
 * @param findings every reason, in the order of the checks
 */
@JsonInclude(Include.NON_NULL)
record CaseAnswer(
    Integer line,
    String requestId,
    String caseId,
    Integer revision,
    String outcome,
    @JsonInclude(Include.ALWAYS) List<Reason> findings) {

  /** Nobody knows yet what becomes of the submission. */
  static final String UNKNOWN = "unknown";

  /**
   * @param level REJECT or QUERY
   * @param field path in the campaign's schema, position of an unknown field, several separated by
   *     commas; null for the whole case
   */
  @JsonInclude(Include.NON_NULL)
  record Reason(String code, String level, String field, String message, String hint) {
    private static Reason of(org.spineregistry.event.Finding finding) {
      return new Reason(
          finding.getCode(),
          finding.getLevel(),
          finding.getField(),
          finding.getMessage(),
          finding.getHint());
    }
  }

  static CaseAnswer of(CaseReceipt receipt) {
    return new CaseAnswer(
        null,
        receipt.getRequestId(),
        receipt.getCaseId(),
        receipt.getRevision(),
        receipt.getOutcome().name().toLowerCase(Locale.ROOT),
        receipt.getFindings().stream().map(Reason::of).toList());
  }

  static CaseAnswer of(String requestId, Verdict verdict) {
    return of(Answers.receipt(requestId, verdict));
  }

  /** A line that could not be read. */
  static CaseAnswer of(NotJson problem) {
    return new CaseAnswer(
        null, null, null, null, "rejected", List.of(reason(problem.code(), problem.getMessage())));
  }

  /** No answer, and why. */
  static CaseAnswer of(NoAnswer problem) {
    Reason reason =
        new Reason(problem.code(), "UNKNOWN", null, problem.getMessage(), NoAnswer.WHAT_TO_DO);
    return new CaseAnswer(null, problem.requestId(), null, null, UNKNOWN, List.of(reason));
  }

  CaseAnswer atLine(int number) {
    return new CaseAnswer(number, requestId, caseId, revision, outcome, findings);
  }

  private static Reason reason(IntakeCode code, String message) {
    return new Reason(
        code.name(), "REJECT", null, message, code.hint().isEmpty() ? null : code.hint());
  }
}
