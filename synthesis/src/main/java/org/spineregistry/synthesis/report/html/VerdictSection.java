package org.spineregistry.synthesis.report.html;

import java.util.List;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.report.GateQuestions;
import org.spineregistry.synthesis.report.ReportContent;
import org.spineregistry.synthesis.report.ReportHead;
import org.spineregistry.synthesis.report.ReportVerdict;
import org.spineregistry.synthesis.report.Summary;

/** Verdict first, then why, then what could be done. */
final class VerdictSection {
  private VerdictSection() {}

  static Html of(ReportContent content) {
    ReportHead head = content.head();
    Html html = new Html().open("header");
    html.element("p", "Certification report", "class", "eyebrow");
    html.element("h1", head.source());
    html.element("p", subtitle(head), "class", "lede").close("header");
    verdict(html, content);
    facts(html, head);
    why(html, content);
    if (!content.advice().isEmpty()) {
      html.open("section", "aria-labelledby", "advice");
      html.element("h2", "What could be done", "id", "advice");
      list(html, content.advice()).close("section");
    }
    return html;
  }

  static Html list(Html html, List<String> texts) {
    html.open("ul");
    texts.forEach(text -> html.element("li", text));
    return html.close("ul");
  }

  private static String subtitle(ReportHead head) {
    String version = head.profileVersion() == null ? "" : ", version " + head.profileVersion();
    return "Judged by the profile " + head.profileAndTier() + version;
  }

  private static void verdict(Html html, ReportContent content) {
    ReportVerdict verdict = content.head().verdict();
    html.open("section", "class", "verdict " + Words.style(verdict), "aria-labelledby", "verdict");
    html.open("h2", "id", "verdict");
    html.element("span", Words.sign(verdict), "class", "sign", "aria-hidden", "true");
    html.text(verdict.word()).close("h2");
    html.element("p", Summary.sentence(content), "class", "sentence");
    String claim = Summary.claim(content.head());
    if (!claim.isEmpty()) {
      html.element("p", claim, "class", "claim");
    }
    html.close("section");
  }

  private static void facts(Html html, ReportHead head) {
    html.open("dl", "class", "facts");
    fact(html, "Real patients", Numbers.count(head.patients()));
    fact(html, "Variables", Numbers.count(head.variables()));
    fact(html, "Synthetic patients", Numbers.count(head.releaseRows()));
    fact(html, "Engine", head.engine());
    html.close("dl");
  }

  private static void fact(Html html, String name, String value) {
    html.open("div").element("dt", name).element("dd", value).close("div");
  }

  private static void why(Html html, ReportContent content) {
    html.open("section", "aria-labelledby", "why").element("h2", "Why", "id", "why");
    List<GateResult> notPassed = content.notPassed();
    if (notPassed.isEmpty()) {
      html.element("p", whyPassed(content));
    } else {
      html.element("p", "These checks decided. Every other deciding check passed.");
      html.open("ul", "class", "decided");
      notPassed.forEach(gate -> decided(html, gate));
      html.close("ul");
    }
    html.close("section");
  }

  private static String whyPassed(ReportContent content) {
    if (content.decidingGates().isEmpty()) {
      return "No check that decides was run.";
    }
    return switch (content.head().verdict()) {
      case CERTIFIED, PASSED ->
          "Every check that decides passed"
              + (content.controls().isEmpty()
                  ? "."
                  : ", and every deliberately bad release that the software made was caught.");
      default -> "Every check that was run passed; the run was stopped for another reason.";
    };
  }

  private static void decided(Html html, GateResult gate) {
    html.open("li", "class", Words.style(gate.verdict()));
    html.element("strong", GateQuestions.of(gate)).text(" ");
    html.open("span", "class", "verdict-word");
    html.text(Words.sign(gate.verdict()) + " " + Words.word(gate.verdict())).markup("</span>");
    String interval =
        gate.interval() == null ? "" : ", 95 % interval " + Numbers.interval(gate.interval());
    html.element(
        "p",
        gate.id()
            + ": "
            + Numbers.value(gate.value())
            + interval
            + "; required: "
            + Words.bound(gate)
            + ".",
        "class",
        "small");
    html.close("li");
  }
}
