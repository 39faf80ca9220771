package org.spineregistry.synthesis.report.html;

import java.util.List;
import java.util.stream.Collectors;
import org.spineregistry.synthesis.report.RocCurve;

/** Can an attacker tell who was in the cohort: one curve for each attack. */
final class RocFigure {
  private static final double SIZE = 420;
  private static final int STYLES = 5;

  private RocFigure() {}

  static Html of(List<RocCurve> curves) {
    Html html = new Html().open("section", "aria-labelledby", "attacks");
    html.element("h2", "Can an attacker tell who was in the cohort?", "id", "attacks");
    html.element(
        "p",
        "Each line is an attack. On the dotted diagonal it does no better than tossing a coin; the "
            + "farther above it, the more it learns. A step holds at least five patients.",
        "class",
        "measure");
    html.open("div", "class", "beside");
    Html caption = new Html().element("strong", "Attacks on membership.");
    html.add(Figure.of("chart", draw(curves), caption, null));
    html.add(table(curves));
    return html.close("div").close("section");
  }

  private static Html draw(List<RocCurve> curves) {
    Plane plane = new Plane(SIZE, SIZE, 0, 1, 0, 1);
    Html svg = Figure.svg(SIZE, SIZE, alternative(curves));
    plane.axes(
        svg,
        List.of(0.0, 0.2, 0.4, 0.6, 0.8, 1.0),
        Numbers::tick,
        "strangers taken for members",
        "members found");
    Figure.path(svg, "chance", "M" + plane.at(0, 0) + "L" + plane.at(1, 1));
    for (int c = 0; c < curves.size(); c++) {
      String d =
          curves.get(c).points().stream()
              .map(point -> plane.at(point.falsePositive(), point.truePositive()))
              .collect(Collectors.joining("L", "M", ""));
      Figure.path(svg, "attack " + style(c), d);
    }
    return svg.close("svg");
  }

  private static String alternative(List<RocCurve> curves) {
    return curves.stream()
        .map(curve -> curve.attack() + " has an area of " + Numbers.value(curve.auc()))
        .collect(Collectors.joining(", ", "Curves of attacks: ", "; 0.5 is chance."));
  }

  private static Html table(List<RocCurve> curves) {
    List<String> columns = List.of("Attack", "Line", "Area (0.5 = chance)", "95 % interval");
    Html html = Tables.open("Strength of each attack", columns, List.of(false, false, true, true));
    for (int c = 0; c < curves.size(); c++) {
      html.open("tr", "role", "row");
      Tables.cell(html, columns.get(0), curves.get(c).attack(), true, false);
      html.open("td", "role", "cell", "class", "drawn");
      html.markup(
          "<svg class=\"key\" viewBox=\"0 0 44 12\" aria-hidden=\"true\"><path class=\"attack "
              + style(c)
              + "\" d=\"M0 6H44\"/></svg></td>");
      Tables.cell(html, columns.get(2), Numbers.value(curves.get(c).auc()), false, true);
      Tables.cell(html, columns.get(3), Numbers.interval(curves.get(c).interval()), false, true);
      html.close("tr");
    }
    return html.markup("</tbody></table>\n");
  }

  /** Colour and dashes of a curve; the dashes alone tell them apart. */
  private static String style(int curve) {
    return "a" + curve % STYLES;
  }
}
