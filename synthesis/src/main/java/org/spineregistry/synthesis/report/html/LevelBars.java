package org.spineregistry.synthesis.report.html;

import java.util.List;
import org.spineregistry.synthesis.report.MarginalPlot;
import org.spineregistry.synthesis.report.MarginalPlot.Bar;

/** A category: two bars a level, real filled and synthetic as an outline. */
final class LevelBars {
  private static final double WIDTH = 240;
  private static final double START = 104;
  private static final double ROW = 22;
  private static final int LONGEST_LABEL = 18;
  private static final int MOST_LEVELS = 8;

  private LevelBars() {}

  static Html of(MarginalPlot plot) {
    List<Bar> bars = plot.bars().subList(0, Math.min(MOST_LEVELS, plot.bars().size()));
    int hidden = plot.bars().size() - bars.size();
    double height = ROW * bars.size() + (hidden > 0 ? 14 : 2);
    double longest =
        bars.stream().mapToDouble(bar -> Math.max(bar.real(), bar.synthetic())).max().orElse(1);
    double unit = longest > 0 ? (WIDTH - START - 4) / longest : 0;
    Html svg = Figure.svg(WIDTH, height, MarginalFigures.alternative(plot));
    for (int b = 0; b < bars.size(); b++) {
      double top = ROW * b + 2;
      Figure.label(svg, START - 6, top + 12, "end", shortened(bars.get(b).label()));
      Figure.path(svg, "real", bar(top, bars.get(b).real() * unit));
      Figure.path(svg, "synthetic", bar(top + 9, bars.get(b).synthetic() * unit));
    }
    Figure.path(svg, "axis", "M104 0V" + Numbers.pixel(ROW * bars.size()));
    if (hidden > 0) {
      Figure.label(svg, START - 6, height - 3, "end", "and " + hidden + " more");
    }
    return svg.close("svg");
  }

  private static String bar(double top, double length) {
    return "M104 " + Numbers.pixel(top) + "h" + Numbers.pixel(length) + "v8H104Z";
  }

  private static String shortened(String label) {
    int length = label.codePointCount(0, label.length());
    return length <= LONGEST_LABEL
        ? label
        : label.substring(0, label.offsetByCodePoints(0, LONGEST_LABEL - 1)) + "\u2026";
  }
}
