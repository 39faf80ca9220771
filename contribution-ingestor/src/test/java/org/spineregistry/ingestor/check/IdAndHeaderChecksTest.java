package org.spineregistry.ingestor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.Samples.CHECKS;
import static org.spineregistry.ingestor.Samples.header;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.ingestor.check.Cases.findings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdAndHeaderChecksTest {
  private static final String CASE_ID = "0b0e6c3a-5d0e-4c1c-9c5e-1f6f2a7d9b10";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0b0e6c3a-5d0e-1c1c-9c5e-1f6f2a7d9b10",
        "2ed6657d-e927-568b-95e1-2665a8aea6a2",
        "018f3b1c-7c1e-7c1e-9c5e-1f6f2a7d9b10",
        "00000000-0000-0000-0000-000000000000",
        "0B0E6C3A-5D0E-4C1C-9C5E-1F6F2A7D9B10",
        ""
      })
  void refusesACaseIdThatIsNoRandomUuid(String id) {
    ObjectNode tree = sacroiliac();
    header(tree).put("caseId", id);

    Verdict verdict = CHECKS.json(tree);

    assertThat(Cases.told(verdict)).containsExactly("CASE_ID_NOT_RANDOM@header.caseId");
    assertThat(verdict.naming().caseId()).isEmpty();
  }

  @Test
  void refusesACaseIdThatIsAnotherIdOfTheSubmissionAsWell() {
    ObjectNode tree = sacroiliac();
    header(tree).put("caseId", CASE_ID);
    tree.put("deviceId", CASE_ID);

    Verdict verdict = CHECKS.json(tree);

    assertThat(Cases.told(verdict))
        .contains("UNKNOWN_FIELD@#53", "CASE_ID_NOT_RANDOM@header.caseId");
    assertThat(verdict.naming().caseId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"site-abc", "SITE-7f3k9q", "hopital lyon", "site-7f3k9q\n"})
  void refusesAPseudonymOfAnotherForm(String id) {
    ObjectNode tree = sacroiliac();
    header(tree).put("contributorId", id);
    assertThat(findings(tree)).containsExactly("ID_PATTERN@header.contributorId");
  }

  @Test
  void takesYearsFrom2000ToTheCurrentOne() {
    ObjectNode tree = sacroiliac();
    header(tree).put("operationYear", 2026);
    assertThat(findings(tree)).isEmpty();
    header(tree).put("operationYear", 2027);
    assertThat(findings(tree)).containsExactly("OUT_OF_RANGE@header.operationYear");
    header(tree).put("operationYear", 1999);
    assertThat(findings(tree)).containsExactly("OUT_OF_RANGE@header.operationYear");
  }

  @Test
  void takesRevisionsThatFitAnAvroInt() {
    ObjectNode tree = sacroiliac();
    header(tree).put("revision", (long) Integer.MAX_VALUE);
    assertThat(findings(tree)).isEmpty();
    header(tree).put("revision", 3_000_000_000L);
    assertThat(findings(tree)).containsExactly("WRONG_TYPE@header.revision");
    header(tree).put("revision", 0);
    assertThat(findings(tree)).containsExactly("OUT_OF_RANGE@header.revision");
  }

  @Test
  void aCorrectionIsOfAnEarlierRevision() {
    ObjectNode tree = sacroiliac();
    header(tree).put("revision", 3).put("correctionOf", 2);
    assertThat(findings(tree)).isEmpty();
    header(tree).put("correctionOf", 3);
    assertThat(findings(tree)).containsExactly("OUT_OF_RANGE@header.correctionOf");
    header(tree).put("correctionOf", 0);
    assertThat(findings(tree)).containsExactly("OUT_OF_RANGE@header.correctionOf");
  }

  @Test
  void refusesACaseWithoutConsent() {
    ObjectNode tree = sacroiliac();
    header(tree).remove("consentBasis");
    assertThat(findings(tree)).containsExactly("CONSENT_MISSING@header.consentBasis");
    header(tree).put("consentBasis", "UNRECOGNISED");
    assertThat(findings(tree)).containsExactly("NOT_IN_LIST@header.consentBasis");
  }

  @Test
  void namesWhatPassedOnly() {
    ObjectNode tree = sacroiliac();
    header(tree).put("caseId", CASE_ID).put("revision", 7).put("siteId", "x");

    Verdict.Naming naming = CHECKS.json(tree).naming();

    assertThat(naming.campaignId()).contains("sacroiliac-fusion");
    assertThat(naming.caseId()).contains(CASE_ID);
    assertThat(naming.revision()).hasValue(7);
  }
}
