package org.spineregistry.synthesis.report.html;

import java.util.List;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.report.ControlResult;
import org.spineregistry.synthesis.report.GateQuestions;
import org.spineregistry.synthesis.report.GateSection;
import org.spineregistry.synthesis.report.ReportContent;

/** Every gate with its question, value, interval, bound and verdict; then the controls. */
final class GateTables {
  private static final List<String> COLUMNS =
      List.of("Question", "Value", "95 % interval", "Bound", "Verdict");
  private static final List<Boolean> NUMERIC = List.of(false, true, true, true, false);

  private GateTables() {}

  static Html of(ReportContent content) {
    Html html = new Html().open("section", "aria-labelledby", "gates");
    html.element("h2", "Checks", "id", "gates");
    html.element(
        "p",
        "The drawing beside a value shows it as a dot on its interval; the shaded side of the mark "
            + "is where it must lie.",
        "class",
        "measure note");
    content.gates().forEach(section -> section(html, section));
    if (!content.controls().isEmpty()) {
      controls(html, content.controls());
    }
    return html.close("section");
  }

  private static void section(Html html, GateSection section) {
    String caption = section.family().title() + (section.deciding() ? "" : " (does not decide)");
    html.add(Tables.open(caption, "gates", COLUMNS, NUMERIC));
    section.gates().forEach(gate -> row(html, gate));
    html.markup("</tbody></table>\n");
    if (!section.notes().isEmpty()) {
      html.open("div", "class", "small measure");
      VerdictSection.list(html, section.notes()).close("div");
    }
  }

  private static void row(Html html, GateResult gate) {
    html.open("tr", "role", "row", "class", Words.style(gate.verdict()));
    html.open("th", "scope", "row", "role", "rowheader");
    html.element("span", GateQuestions.of(gate), "class", "question");
    html.open("span", "class", "small");
    html.element("code", gate.id()).text(" " + gate.title());
    html.text(gate.detail() == null || gate.detail().isEmpty() ? "" : "; " + gate.detail());
    html.markup("</span></th>");
    html.open("td", "role", "cell", "data-label", "Value", "class", "n");
    html.markup(GateGlyph.of(gate)).text(Numbers.value(gate.value())).markup("</td>");
    Tables.cell(html, COLUMNS.get(2), Numbers.interval(gate.interval()), false, true);
    Tables.cell(html, COLUMNS.get(3), Words.bound(gate), false, true);
    html.open("td", "role", "cell", "data-label", "Verdict", "class", "v");
    html.element("span", Words.sign(gate.verdict()), "class", "sign", "aria-hidden", "true");
    html.text(Words.word(gate.verdict())).markup("</td>").close("tr");
  }

  private static void controls(Html html, List<ControlResult> controls) {
    html.add(
        Tables.of(
            "Controls: bad releases made on purpose, which the checks must catch",
            List.of("Control", "How it was made", "Must not pass", "Caught"),
            List.of(false, false, false, false),
            controls.stream()
                .map(
                    control ->
                        List.of(
                            control.name(),
                            control.made(),
                            String.join(", ", control.mustFail()),
                            caught(control)))
                .toList()));
  }

  private static String caught(ControlResult control) {
    if (control.isCaught()) {
      return "\u2713 caught";
    }
    if (control.faults().isEmpty()) {
      return "? cannot be seen in this cohort by " + String.join(", ", control.missed());
    }
    return control.failed().isEmpty()
        ? "\u2717 not caught"
        : "\u2717 only by " + String.join(", ", control.failed());
  }
}
