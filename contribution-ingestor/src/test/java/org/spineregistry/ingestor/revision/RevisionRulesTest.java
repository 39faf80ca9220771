package org.spineregistry.ingestor.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.Samples.header;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.ingestor.revision.RevisionDecision.Kind.DUPLICATE;
import static org.spineregistry.ingestor.revision.RevisionDecision.Kind.LATER;
import static org.spineregistry.ingestor.revision.RevisionDecision.Kind.NEW;
import static org.spineregistry.ingestor.revision.RevisionDecision.Kind.REFUSED;
import static org.spineregistry.ingestor.revision.RevisionDecision.Kind.SUPERSEDED;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.spineregistry.ingestor.Samples;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.CaseReader;

class RevisionRulesTest {
  private final CaseReader reader = new CaseReader(Samples.dictionary(Samples.SIJ));

  private CaseCandidate candidate(ObjectNode tree) {
    return reader.json(tree);
  }

  private static ObjectNode revision(int revision) {
    ObjectNode tree = sacroiliac(1, revision);
    tree.remove(List.of("odi24m", "vasBack24m"));
    return tree;
  }

  private CaseHistory after(ObjectNode... trees) {
    Optional<CaseHistory> history = Optional.empty();
    for (ObjectNode tree : trees) {
      history = RevisionRules.decide(history, candidate(tree)).next();
    }
    return history.orElseThrow();
  }

  private RevisionDecision decide(CaseHistory history, ObjectNode tree) {
    return RevisionRules.decide(Optional.of(history), candidate(tree));
  }

  private static List<String> told(RevisionDecision decision) {
    return decision.findings().stream()
        .map(finding -> finding.code() + "@" + String.join(",", finding.fields()))
        .toList();
  }

  @Test
  void theFirstSubmissionIsNewWhateverItsRevision() {
    RevisionDecision decision = RevisionRules.decide(Optional.empty(), candidate(revision(3)));

    assertThat(decision.kind()).isEqualTo(NEW);
    assertThat(decision.next().orElseThrow().revision()).isEqualTo(3);
  }

  @Test
  void aLaterRevisionThatAddsValuesReplaces() {
    ObjectNode later = revision(2);
    later.put("odi24m", 26);

    RevisionDecision decision = decide(after(revision(1)), later);

    assertThat(decision.kind()).isEqualTo(LATER);
    assertThat(decision.next().orElseThrow().values()).containsEntry("odi24m", "26.0");
  }

  @Test
  void theSameRevisionWithTheSameContentIsADuplicate() {
    ObjectNode again = revision(1);
    // same number in other words, and a null without a reason counts as UNKNOWN
    again.put("odiBaseline", 54.0).putObject("missing").put("odi24m", "UNKNOWN");

    RevisionDecision decision = decide(after(revision(1)), again);

    assertThat(decision.kind()).isEqualTo(DUPLICATE);
    assertThat(decision.next()).isEmpty();
  }

  @Test
  void theSameRevisionWithOtherContentIsAConflict() {
    ObjectNode otherValue = revision(1);
    otherValue.put("odiBaseline", 56);
    ObjectNode otherReason = revision(1);
    otherReason.putObject("missing").put("odi24m", "DECLINED");
    ObjectNode otherContributor = revision(1);
    header(otherContributor).put("contributorId", "surgeon-9z9z9z");

    for (ObjectNode other : List.of(otherValue, otherReason, otherContributor)) {
      RevisionDecision decision = decide(after(revision(1)), other);
      assertThat(decision.kind()).isEqualTo(REFUSED);
      assertThat(told(decision)).containsExactly("REVISION_CONFLICT@header.revision");
    }
  }

  @Test
  void anEarlierRevisionThatComesLateIsSuperseded() {
    CaseHistory history = after(revision(3));

    RevisionDecision late = decide(history, revision(2));

    assertThat(late.kind()).isEqualTo(SUPERSEDED);
    CaseHistory next = late.next().orElseThrow();
    assertThat(next.revision()).isEqualTo(3);
    assertThat(decide(next, revision(2)).kind()).isEqualTo(DUPLICATE);
    ObjectNode other = revision(2);
    other.put("odiBaseline", 10);
    assertThat(told(decide(next, other))).containsExactly("REVISION_CONFLICT@header.revision");
  }

  @Test
  void aChangedOrRemovedValueMustBeDeclared() {
    ObjectNode changed = revision(2);
    changed.put("odi3m", 40).remove("smoking");
    header(changed).put("operationYear", 2023);

    RevisionDecision decision = decide(after(revision(1)), changed);

    assertThat(told(decision))
        .containsExactly("CORRECTION_NOT_DECLARED@header.operationYear,odi3m,smoking");
  }

  @Test
  void aDeclaredCorrectionReplaces() {
    ObjectNode corrected = revision(2);
    corrected.put("odi3m", 40);
    header(corrected).put("correctionOf", 1);

    assertThat(decide(after(revision(1)), corrected).kind()).isEqualTo(LATER);
  }

  @Test
  void anotherContributorOrConsentIsNoCorrection() {
    ObjectNode followUp = revision(2);
    header(followUp).put("contributorId", "surgeon-9z9z9z").put("consentBasis", "BROAD_CONSENT");

    assertThat(decide(after(revision(1)), followUp).kind()).isEqualTo(LATER);
  }

  @Test
  void aMisshapenValueIsNoChange() {
    ObjectNode broken = revision(2);
    broken.put("odi3m", "forty");

    assertThat(decide(after(revision(1)), broken).findings()).isEmpty();
  }

  @Test
  void aCaseNeverChangesItsCampaign() {
    CaseHistory other =
        new CaseHistory("lumbar-fusion", 1, false, new TreeMap<>(), new TreeMap<>());

    assertThat(told(decide(other, revision(2))))
        .containsExactly("CAMPAIGN_CHANGED@header.campaignId");
  }

  @Test
  void aWithdrawnCaseStaysOut() {
    RevisionDecision decision = decide(CaseHistory.withdrawnMarker(), revision(9));

    assertThat(decision.kind()).isEqualTo(REFUSED);
    assertThat(told(decision)).containsExactly("CASE_WITHDRAWN@header.caseId");
  }

  @Test
  void aHeaderTooBrokenToTellIsNeverAccepted() {
    ObjectNode tree = revision(1);
    header(tree).remove("revision");

    RevisionDecision decision = RevisionRules.decide(Optional.empty(), candidate(tree));

    assertThat(decision.kind()).isEqualTo(REFUSED);
    assertThat(decision.next()).isEmpty();
  }

  @Test
  void theMarkerHoldsNothingOfTheCase() {
    CaseHistory marker = CaseHistory.withdrawnMarker();
    assertThat(marker.values()).isEmpty();
    assertThat(marker.digests()).isEmpty();
    assertThat(marker.campaignId()).isEmpty();
  }

  @Test
  void theHistoryIsBounded() {
    TreeMap<Integer, String> digests = new TreeMap<>();
    for (int revision = 1; revision <= 100; revision++) {
      digests.put(revision, "d");
    }
    CaseHistory history = new CaseHistory("c", 100, false, new TreeMap<>(), digests);

    assertThat(history.digests()).hasSize(CaseHistory.MOST_REVISIONS).containsKey(100);
    assertThat(history.digests().firstKey()).isEqualTo(37);
  }

  @Test
  void nothingDescribesItselfWithValues() {
    CaseHistory history = after(revision(1));
    assertThat(history.toString() + CaseContent.of(candidate(revision(1))))
        .doesNotContain("27.4")
        .doesNotContain("FEMALE");
  }
}
