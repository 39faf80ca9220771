package org.spineregistry.ingestor.event;

import java.time.Instant;
import java.util.List;
import org.spineregistry.event.CaseQuery;
import org.spineregistry.event.CaseReceipt;
import org.spineregistry.event.CaseRejected;
import org.spineregistry.event.IntakeChannel;
import org.spineregistry.event.IntakeOutcome;
import org.spineregistry.ingestor.check.Verdict;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.Finding;

/** Events that tell a verdict. */
public final class Answers {
  private Answers() {}

  /**
   * Findings of the dictionary as findings of the contract; several fields are separated by commas.
   */
  public static List<org.spineregistry.event.Finding> findings(List<Finding> findings) {
    return findings.stream().map(Answers::finding).toList();
  }

  private static org.spineregistry.event.Finding finding(Finding finding) {
    return org.spineregistry.event.Finding.newBuilder()
        .setCode(finding.code())
        .setLevel(finding.level().name())
        .setField(finding.fields().isEmpty() ? null : String.join(", ", finding.fields()))
        .setMessage(finding.rule())
        .setHint(finding.hint().isEmpty() ? null : finding.hint())
        .build();
  }

  /**
   * The event of a refused submission, without coordinates: the caller adds those of its channel.
   *
   * @param rejectionId random
   */
  public static CaseRejected.Builder rejected(
      Verdict verdict, String rejectionId, IntakeChannel channel, Instant at) {
    Verdict.Naming naming = verdict.naming();
    return CaseRejected.newBuilder()
        .setRejectionId(rejectionId)
        .setCampaignId(naming.campaignId().orElse(null))
        .setCaseId(naming.caseId().orElse(null))
        .setRevision(naming.revision().isPresent() ? naming.revision().getAsInt() : null)
        .setChannel(channel)
        .setFindings(findings(verdict.findings()))
        .setRejectedAt(at);
  }

  /** The questions about an accepted case. */
  public static CaseQuery query(Verdict verdict, CaseCandidate candidate, Instant at) {
    return CaseQuery.newBuilder()
        .setCaseId(verdict.naming().caseId().orElseThrow())
        .setCampaignId(candidate.dictionary().campaignId())
        .setSiteId((String) candidate.header().get("siteId"))
        .setRevision(verdict.naming().revision().orElseThrow())
        .setFindings(findings(verdict.findings()))
        .setRaisedAt(at)
        .build();
  }

  /** The answer to whoever waits for a submission. */
  public static CaseReceipt receipt(String requestId, Verdict verdict) {
    Verdict.Naming naming = verdict.naming();
    return CaseReceipt.newBuilder()
        .setRequestId(requestId)
        .setCaseId(naming.caseId().orElse(null))
        .setRevision(naming.revision().isPresent() ? naming.revision().getAsInt() : null)
        .setOutcome(IntakeOutcome.valueOf(verdict.outcome().name()))
        .setFindings(findings(verdict.findings()))
        .build();
  }

  /** The answer to whoever asked for a withdrawal. */
  public static CaseReceipt withdrawn(String requestId, String caseId, List<Finding> findings) {
    return CaseReceipt.newBuilder()
        .setRequestId(requestId)
        .setCaseId(caseId)
        .setOutcome(IntakeOutcome.WITHDRAWN)
        .setFindings(findings(findings))
        .build();
  }
}
