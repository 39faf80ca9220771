package org.spineregistry.synthesis.report.html;

import java.util.List;
import org.spineregistry.synthesis.report.CorrelationMap;

/** Which variables go together: real and synthetic in one square, and where they differ. */
final class CorrelationFigure {
  private static final int NAMED = 10;
  private static final double FULL_DIFFERENCE = 0.3;

  private CorrelationFigure() {}

  static Html of(CorrelationMap map) {
    List<CorrelationMap.Pair> pairs = map.pairs();
    Html html = new Html().open("section", "aria-labelledby", "correlations");
    html.element("h2", "How variables go together", "id", "correlations");
    html.element(
        "p",
        "Rank correlation (Spearman) of each pair. The larger the square, the stronger; filled "
            + "squares are positive, hollow ones negative. When both halves mirror each other, the "
            + "synthetic patients kept the structure.",
        "class",
        "measure");
    html.open("div", "class", "maps");
    SquareMap both = new SquareMap(map.columns(), 1);
    SquareMap change = new SquareMap(map.columns(), FULL_DIFFERENCE);
    for (int i = 0; i < map.columns().size(); i++) {
      for (int j = 0; j < i; j++) {
        both.put(i, j, map.real().get(i).get(j));
        both.put(j, i, map.synthetic().get(i).get(j));
        change.put(i, j, map.difference(i, j));
      }
    }
    html.add(Figure.of("map", both.draw(alternative(map, pairs)), halves(), null));
    html.add(Figure.of("map", change.draw("Differences, listed below."), differences(), null));
    html.close("div");
    return html.add(table(pairs)).close("section");
  }

  private static Html halves() {
    return new Html()
        .element("strong", "Real (lower left) and synthetic (upper right).")
        .text(" Numbers on top are those of the rows. A full square is a correlation of 1.");
  }

  private static Html differences() {
    return new Html()
        .element("strong", "Synthetic minus real.")
        .text(" A full square is a difference of 0.3 or more.");
  }

  private static String alternative(CorrelationMap map, List<CorrelationMap.Pair> pairs) {
    double mean =
        pairs.stream().mapToDouble(pair -> Math.abs(pair.difference())).average().orElse(0);
    return "Correlations of "
        + map.columns().size()
        + " variables, real below and synthetic above the diagonal. Over "
        + pairs.size()
        + " pairs the mean absolute difference is "
        + Numbers.value(mean)
        + ".";
  }

  private static Html table(List<CorrelationMap.Pair> pairs) {
    return Tables.of(
        "Pairs with the largest difference",
        List.of("Pair", "Real", "Synthetic", "Difference"),
        List.of(false, true, true, true),
        pairs.stream()
            .limit(NAMED)
            .map(
                pair ->
                    List.of(
                        pair.first() + " \u00b7 " + pair.second(),
                        Numbers.correlation(pair.real()),
                        Numbers.correlation(pair.synthetic()),
                        Numbers.correlation(pair.difference())))
            .toList());
  }
}
