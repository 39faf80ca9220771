package org.spineregistry.synthesis.report.html;

import java.util.List;
import org.spineregistry.synthesis.report.MissingnessPlot;
import org.spineregistry.synthesis.report.MissingnessPlot.Rate;

/** What is missing, and what is missing together. */
final class MissingnessSection {
  private static final int NAMED = 10;
  private static final List<String> COLUMNS =
      List.of("Variable", "0 to 100 %", "Real", "Synthetic");
  private static final List<Boolean> NUMERIC = List.of(false, false, true, true);

  private MissingnessSection() {}

  static Html of(MissingnessPlot plot) {
    Html html = new Html().open("section", "aria-labelledby", "missing");
    html.element("h2", "Missing values", "id", "missing");
    html.element(
        "p",
        "A filled dot is the share of real patients without a value, a ring that of synthetic "
            + "ones. A rate of one to four patients is not shown.",
        "class",
        "measure");
    html.add(Tables.open("Missing share of each variable with gaps", COLUMNS, NUMERIC));
    plot.rates().forEach(rate -> row(html, rate));
    html.markup("</tbody></table>\n");
    if (!plot.joint().isEmpty()) {
      html.add(joint(plot));
    }
    return html.close("section");
  }

  private static void row(Html html, Rate rate) {
    html.open("tr", "role", "row");
    Tables.cell(html, COLUMNS.get(0), rate.column(), true, false);
    html.open("td", "role", "cell", "class", "drawn").markup(drawing(rate)).markup("</td>");
    Tables.cell(html, COLUMNS.get(2), shown(rate.real()), false, true);
    Tables.cell(html, COLUMNS.get(3), Numbers.percent(rate.synthetic()), false, true);
    html.close("tr");
  }

  private static String drawing(Rate rate) {
    String real =
        rate.real() == null
            ? ""
            : "<circle class=\"dot-real\" cx=\"" + at(rate.real()) + "\" cy=\"8\" r=\"4\"/>";
    return "<svg class=\"rate\" viewBox=\"0 0 212 16\" aria-hidden=\"true\"><path class=\"axis\" "
        + "d=\"M6 8H206M6 5V11M106 6V10M206 5V11\"/>"
        + real
        + "<circle class=\"ring\" cx=\""
        + at(rate.synthetic())
        + "\" cy=\"8\" r=\"5\"/></svg>";
  }

  private static String at(double share) {
    return Numbers.pixel(6 + 200 * share);
  }

  private static Html joint(MissingnessPlot plot) {
    return Tables.of(
        "Missing together: pairs with the largest difference",
        List.of("Variables", "Real", "Synthetic"),
        List.of(false, true, true),
        plot.widest().stream()
            .limit(NAMED)
            .map(
                pair ->
                    List.of(
                        pair.first() + " \u00b7 " + pair.second(),
                        shown(pair.real()),
                        Numbers.percent(pair.synthetic())))
            .toList());
  }

  private static String shown(Double share) {
    return share == null ? "too few to show" : Numbers.percent(share);
  }
}
