package org.spineregistry.ingestor.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.spineregistry.ingestor.Samples.CHECKS;
import static org.spineregistry.ingestor.Samples.header;
import static org.spineregistry.ingestor.Samples.lumbar;
import static org.spineregistry.ingestor.Samples.sacroiliac;
import static org.spineregistry.ingestor.check.Cases.findings;
import static org.spineregistry.ingestor.check.Verdict.Outcome.ACCEPTED;
import static org.spineregistry.ingestor.check.Verdict.Outcome.QUERIED;
import static org.spineregistry.ingestor.check.Verdict.Outcome.REJECTED;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spineregistry.ingestor.identifier.Detector;
import org.spineregistry.schemas.dictionary.Finding;

class IntakeChecksTest {
  @Test
  void acceptsAGoodCaseOfEachCampaign() {
    assertThat(CHECKS.json(sacroiliac()).outcome()).isEqualTo(ACCEPTED);
    assertThat(CHECKS.json(lumbar()).outcome()).isEqualTo(ACCEPTED);
  }

  @Test
  void namesAnUnknownFieldAValueOutOfRangeAndABrokenRuleAtOnce() {
    ObjectNode tree = sacroiliac();
    tree.put("surgeonRemark", "fine");
    tree.put("bmi", 99.9);
    tree.put("priorLumbarFusion", true);

    assertThat(findings(tree))
        .containsExactly(
            "UNKNOWN_FIELD@#53",
            "OUT_OF_RANGE@bmi",
            "PRIOR_FUSION_COUNT@priorLumbarSurgeries,priorLumbarFusion");
  }

  @Test
  void listsFindingsInTheOrderOfTheStages() {
    ObjectNode tree = sacroiliac();
    header(tree).put("siteId", "SITE 1").put("consentBasis", (String) null).put("revision", 0);
    tree.put("ageYears", 95);
    tree.put("bmi", 8);
    tree.put("sex", "jean.dupont@chu.example.fr");
    tree.put("side", "2024-03-18");
    tree.put("priorLumbarFusion", true);

    assertThat(findings(tree))
        .containsExactly(
            "NOT_IN_LIST@sex",
            "NOT_IN_LIST@side",
            "IDENTIFIER_EMAIL@sex",
            "DATE_IN_PAYLOAD@side",
            "AGE_ABOVE_CATEGORY@ageYears",
            "ID_PATTERN@header.siteId",
            "CONSENT_MISSING@header.consentBasis",
            "OUT_OF_RANGE@header.revision",
            "OUT_OF_RANGE@bmi",
            "PRIOR_FUSION_COUNT@priorLumbarSurgeries,priorLumbarFusion");
  }

  @Test
  void asksAboutTheOddButPossible() {
    ObjectNode tree = sacroiliac();
    tree.put("bmi", 51.5);

    Verdict verdict = CHECKS.json(tree);

    assertThat(verdict.outcome()).isEqualTo(QUERIED);
    assertThat(Cases.told(verdict)).containsExactly("BMI_EXTREME@bmi");
  }

  @Test
  void asksNothingAboutARefusedCase() {
    ObjectNode tree = sacroiliac();
    tree.put("bmi", 51.5);
    header(tree).put("operationYear", 1999);

    assertThat(findings(tree)).containsExactly("OUT_OF_RANGE@header.operationYear");
  }

  @Test
  void skipsARuleWhoseFieldHasFailed() {
    ObjectNode tree = sacroiliac();
    tree.put("priorLumbarFusion", true);
    tree.put("priorLumbarSurgeries", -1);

    assertThat(findings(tree)).containsExactly("OUT_OF_RANGE@priorLumbarSurgeries");
  }

  @Test
  void neverRepeatsAValueOrTheNameOfAnUnknownField() {
    ObjectNode tree = sacroiliac();
    tree.put("dupontMartin", "QQMARKER7");
    tree.put("sex", "QQMARKER7");
    tree.put("bmi", 777777);
    header(tree).put("siteId", "QQMARKER7");
    tree.putObject("missing").put("smoking", "QQMARKER7").put("QQMARKER7", "UNKNOWN");

    Verdict verdict = CHECKS.json(tree);

    assertThat(verdict.outcome()).isEqualTo(REJECTED);
    assertThat(verdict.findings().toString() + verdict)
        .doesNotContain("QQMARKER7")
        .doesNotContain("777777")
        .doesNotContain("dupontMartin");
  }

  @Test
  void refusesWhatIsNoObject() {
    assertThat(findings(new IntNode(3))).containsExactly("WRONG_TYPE@case");
    assertThat(findings(NullNode.instance)).containsExactly("WRONG_TYPE@case");
    assertThat(findings(MissingNode.getInstance())).containsExactly("WRONG_TYPE@case");
    assertThat(findings(new TextNode("jean@chu.example.fr")))
        .containsExactly("WRONG_TYPE@case", "IDENTIFIER_EMAIL@case");
    ArrayNode array = JsonNodeFactory.instance.arrayNode().add(sacroiliac());
    assertThat(findings(array)).contains("WRONG_TYPE@case");
  }

  @Test
  void refusesACaseWithoutHeader() {
    ObjectNode tree = sacroiliac();
    tree.remove("header");
    assertThat(findings(tree)).containsExactly("REQUIRED@header");
    tree.put("header", "x");
    assertThat(findings(tree)).containsExactly("WRONG_TYPE@header");
  }

  @Test
  void checksTheHeaderAndTheTextsOfACaseOfAnUnknownCampaign() {
    ObjectNode tree = sacroiliac();
    header(tree).put("campaignId", "knee-surgery").put("siteId", "chu");
    tree.put("bmi", "MRN 00482913");

    Verdict verdict = CHECKS.json(tree);

    assertThat(Cases.told(verdict))
        .containsExactly(
            "IDENTIFIER_RECORD_NUMBER@#4",
            "ID_PATTERN@header.siteId",
            "UNKNOWN_CAMPAIGN@header.campaignId");
    assertThat(verdict.outcome()).isEqualTo(REJECTED);
    assertThat(verdict.naming().campaignId()).isEmpty();
  }

  @Test
  void refusesACaseWithoutACampaign() {
    ObjectNode tree = sacroiliac();
    header(tree).remove("campaignId");
    assertThat(findings(tree)).containsExactly("UNKNOWN_CAMPAIGN@header.campaignId");
    header(tree).put("campaignId", 5);
    assertThat(findings(tree)).containsExactly("WRONG_TYPE@header.campaignId");
  }

  @Test
  void countsTheDetectorsThatFired() {
    ObjectNode tree = sacroiliac();
    tree.put("sex", "jean@chu.example.fr 18/03/2024");

    assertThat(CHECKS.json(tree).detectors())
        .containsExactlyInAnyOrder(Detector.EMAIL, Detector.DATE_LOCAL);
  }

  @Test
  void everyFindingSaysItsRule() {
    ObjectNode tree = sacroiliac();
    header(tree).put("caseId", "1").put("campaignId", "lumbar-fusion").put("revision", -1);
    tree.put("x", "2024-01-01 jean@chu.example.fr " + "x".repeat(300));

    List<Finding> findings = CHECKS.json(tree).findings();

    assertThat(findings).isNotEmpty().allSatisfy(f -> assertThat(f.rule()).endsWith("."));
  }
}
