package org.spineregistry.synthesis.report.html;

import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.spineregistry.synthesis.report.MarginalPlot;
import org.spineregistry.synthesis.report.MarginalPlot.Bar;

/**
 * A number: the area of a bar is its share, so bins that were merged look no taller for it. Real
 * filled, synthetic as an outline.
 */
final class Histogram {
  private static final double WIDTH = 240;
  private static final double HEIGHT = 96;
  private static final double BASE = 80;

  private Histogram() {}

  static Html of(MarginalPlot plot) {
    List<Bar> bars = plot.bars();
    double from = bars.get(0).from();
    double span = bars.get(bars.size() - 1).to() - from;
    double tallest =
        bars.stream()
            .mapToDouble(bar -> Math.max(bar.real(), bar.synthetic()) / width(bar))
            .max()
            .orElse(1);
    Html svg = Figure.svg(WIDTH, HEIGHT, MarginalFigures.alternative(plot));
    Figure.path(svg, "real", area(bars, from, span, tallest, Bar::real));
    Figure.path(svg, "axis", "M0 " + Numbers.pixel(BASE) + "H" + Numbers.pixel(WIDTH));
    Figure.path(svg, "synthetic", area(bars, from, span, tallest, Bar::synthetic));
    ticks(svg, bars, from, span);
    return svg.close("svg");
  }

  private static String area(
      List<Bar> bars, double from, double span, double tallest, ToDoubleFunction<Bar> share) {
    StringBuilder d = new StringBuilder("M0 ").append(Numbers.pixel(BASE));
    for (Bar bar : bars) {
      double height = tallest > 0 ? share.applyAsDouble(bar) / width(bar) / tallest : 0;
      d.append('V').append(Numbers.pixel(BASE - height * (BASE - 4)));
      d.append('H').append(Numbers.pixel((bar.to() - from) / span * WIDTH));
    }
    return d.append('V').append(Numbers.pixel(BASE)).append('Z').toString();
  }

  /** Inner edges only: the outer ones are open. */
  private static void ticks(Html svg, List<Bar> bars, double from, double span) {
    int last = bars.size() - 1;
    for (int b : new TreeSet<>(List.of(1, (last + 1) / 2, last))) {
      double x = (bars.get(b).from() - from) / span * WIDTH;
      Figure.path(svg, "axis", "M" + Numbers.pixel(x) + " 80v4");
      String anchor = x < 20 ? "start" : x > WIDTH - 20 ? "end" : "middle";
      Figure.label(svg, x, HEIGHT - 2, anchor, Numbers.tick(bars.get(b).from()));
    }
  }

  private static double width(Bar bar) {
    return bar.to() - bar.from();
  }
}
