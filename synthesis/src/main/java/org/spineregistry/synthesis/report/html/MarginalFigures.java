package org.spineregistry.synthesis.report.html;

import java.util.Comparator;
import java.util.List;
import org.spineregistry.synthesis.report.MarginalPlot;
import org.spineregistry.synthesis.report.MarginalPlot.Bar;

/** A small figure for each variable. */
final class MarginalFigures {
  private static final int NAMED = 3;

  private MarginalFigures() {}

  static Html of(List<MarginalPlot> plots) {
    Html html = new Html().open("section", "aria-labelledby", "marginals");
    html.element("h2", "One variable at a time", "id", "marginals");
    html.element("p", lead(plots), "class", "measure");
    html.markup(
        "<p class=\"legend\"><span><svg viewBox=\"0 0 22 12\" aria-hidden=\"true\"><path "
            + "class=\"real\" d=\"M1 1H21V11H1Z\"/></svg> real patients (filled)</span> <span><svg "
            + "viewBox=\"0 0 22 12\" aria-hidden=\"true\"><path class=\"synthetic\" d=\"M1 "
            + "11V4H11V1H21V11\"/></svg> synthetic patients (outline)</span></p>\n");
    html.open("div", "class", "multiples");
    plots.forEach(plot -> html.add(figure(plot)));
    return html.close("div").close("section");
  }

  private static String lead(List<MarginalPlot> plots) {
    List<String> widest =
        plots.stream()
            .sorted(Comparator.comparingDouble(plot -> -plot.variation()))
            .limit(NAMED)
            .filter(plot -> plot.variation() > 0)
            .map(plot -> plot.column() + " (" + Numbers.percent(plot.variation()) + ")")
            .toList();
    return "Every bar holds at least five real patients; outer bars are open, so no extreme shows. "
        + (widest.isEmpty()
            ? ""
            : "Largest share of patients in another bar: " + String.join(", ", widest) + ".");
  }

  private static Html figure(MarginalPlot plot) {
    Html caption = new Html().open("strong").name(plot.column()).markup("</strong> ");
    if (plot.bars().isEmpty()) {
      Html none =
          new Html()
              .element(
                  "p",
                  "Not drawn: fewer than two groups of five patients can be told apart.",
                  "class",
                  "small");
      return Figure.of("multiple", none, caption, null);
    }
    caption.element("span", Numbers.percent(plot.variation()) + " differ", "class", "small differ");
    Html drawing = plot.number() ? Histogram.of(plot) : LevelBars.of(plot);
    return Figure.of("multiple", drawing, caption, numbers(plot));
  }

  static String alternative(MarginalPlot plot) {
    Bar largest = plot.bars().stream().max(Comparator.comparingDouble(Bar::real)).orElseThrow();
    return plot.column()
        + ": real and synthetic shares in "
        + plot.bars().size()
        + (plot.number() ? " bins" : " levels")
        + ". Commonest in the real patients: "
        + largest.label()
        + ", "
        + Numbers.percent(largest.real())
        + " real, "
        + Numbers.percent(largest.synthetic())
        + " synthetic.";
  }

  private static Html numbers(MarginalPlot plot) {
    return Tables.of(
        plot.column() + ": shares of observed values",
        List.of(plot.number() ? "Bin" : "Level", "Real", "Synthetic"),
        List.of(false, true, true),
        plot.bars().stream()
            .map(
                bar ->
                    List.of(
                        bar.label(), Numbers.percent(bar.real()), Numbers.percent(bar.synthetic())))
            .toList());
  }
}
