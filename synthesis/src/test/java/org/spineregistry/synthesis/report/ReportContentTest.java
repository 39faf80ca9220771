package org.spineregistry.synthesis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spineregistry.synthesis.gate.Direction;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.gate.Verdict;

class ReportContentTest {
  private static final GateResult PASSED = gate("F5", Verdict.PASS);
  private static final ControlResult MISSED =
      new ControlResult("copy", "Rows drawn again", List.of("P1", "P2"), List.of("P1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The release is anonymous.",
        "These data are GDPR-exempt.",
        "There is no re-identification risk.",
        "An FDA-approved method.",
        "The data are equivalent to real data.",
        "Suitable for clinical evidence.",
        "These are k-anonymous data.",
        "The release is differentially private."
      })
  void claimsThatNoGateSupportsAreRefused(String claim) {
    assertThatThrownBy(
            () -> content(ReportVerdict.REFUSED, List.of(PASSED), List.of(), List.of(claim)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theRequiredStatementsAreNeverMissingAndNeverRefused() {
    ReportContent content = content(ReportVerdict.CERTIFIED, List.of(PASSED), List.of(), List.of());

    assertThat(content.statements()).containsAll(Wording.REQUIRED);
    assertThat(content.statements()).noneMatch(Wording::isRefused);
  }

  @Test
  void certifiedIsEarned() {
    List<GateResult> open = List.of(PASSED, gate("P1", Verdict.NOT_CERTIFIABLE));

    assertThatThrownBy(() -> content(ReportVerdict.CERTIFIED, open, List.of(), List.of()))
        .hasMessageContaining("every deciding gate");
    assertThatThrownBy(() -> content(ReportVerdict.CERTIFIED, List.of(), List.of(), List.of()))
        .hasMessageContaining("every deciding gate");
    assertThatThrownBy(
            () -> content(ReportVerdict.CERTIFIED, List.of(PASSED), List.of(MISSED), List.of()))
        .hasMessageContaining("every control");
  }

  @Test
  void aControlIsCaughtWhenAllItsGatesSawIt() {
    assertThat(MISSED.isCaught()).isFalse();
    assertThat(new ControlResult("copy", "", List.of("P1"), List.of("P1")).isCaught()).isTrue();
  }

  @Test
  void gatesThatStandBesideDoNotDecide() {
    GateSection beside =
        GateSection.published(false, List.of(gate("fidelity-ks", Verdict.FAIL)), List.of());

    assertThat(beside.decidingGates()).isEmpty();
  }

  @Test
  void everyGateBelongsToAFamily() {
    assertThat(GateSection.rigorous(List.of(gate("P1", Verdict.PASS), gate("F3", Verdict.PASS))))
        .extracting(GateSection::family)
        .containsExactly(GateFamily.FIDELITY, GateFamily.PRIVACY);
    assertThatThrownBy(() -> GateSection.rigorous(List.of(gate("X1", Verdict.PASS))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSummarySaysWhatToDo() {
    assertThat(Summary.sentence(ReportSamples.certified()))
        .isEqualTo(
            "The 11,100 synthetic patients made from 823 real ones passed all 12 checks that"
                + " decide.");
    assertThat(Summary.sentence(ReportSamples.refused()))
        .isEqualTo(
            "Do not use these synthetic patients: they failed 1 of the 12 checks that decide.");
    assertThat(Summary.claim(ReportSamples.refused().head())).isEmpty();
  }

  @Test
  void aQuestionFollowsTheBeginningOfTheId() {
    assertThat(GateQuestions.of(gate("F4-rate", Verdict.PASS)))
        .isEqualTo("Are values missing as often as in the real patients?");
    assertThat(GateQuestions.of(gate("Z9-new", Verdict.PASS))).isEqualTo("title of Z9-new");
  }

  private static GateResult gate(String id, Verdict verdict) {
    return new GateResult(id, "title of " + id, 0.0, 0.0, Direction.AT_MOST, verdict, null, "");
  }

  private static ReportContent content(
      ReportVerdict verdict,
      List<GateResult> gates,
      List<ControlResult> controls,
      List<String> advice) {
    return new ReportContent(
        new ReportHead(
            "file.csv", 100, 3, 11_100, "rigorous", "1", null, verdict, null, "e", List.of()),
        GateSection.rigorous(gates),
        controls,
        advice,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
