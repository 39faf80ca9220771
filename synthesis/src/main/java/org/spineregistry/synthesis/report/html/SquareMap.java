package org.spineregistry.synthesis.report.html;

import java.util.List;

/**
 * A square of small squares, whose area tells a size and whose filling tells a sign, so that it
 * reads without colour. Squares of one size and sign are one path, which keeps the page small.
 */
final class SquareMap {
  private static final int SIZES = 6;
  private static final double BODY = 560;

  private final List<String> names;
  private final double full;
  private final double cell;
  private final double labels;
  private final StringBuilder[][] paths = new StringBuilder[2][SIZES + 1];

  /**
   * @param names of rows and columns
   * @param full size that fills a square
   */
  SquareMap(List<String> names, double full) {
    this.names = names;
    this.full = full;
    this.cell = Math.max(6, Math.min(22, BODY / Math.max(1, names.size())));
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    this.labels = 12 + 0.6 * fontSize() * (longest + 3);
  }

  /** Puts a value; null and values too small to see leave the place empty. */
  void put(int row, int column, Double value) {
    if (value == null) {
      return;
    }
    double share = Math.min(1, Math.abs(value) / full);
    int size = (int) Math.rint(Math.sqrt(share) * SIZES);
    if (size == 0) {
      return;
    }
    int sign = value < 0 ? 1 : 0;
    if (paths[sign][size] == null) {
      paths[sign][size] = new StringBuilder();
    }
    double side = (cell - 2) * size / SIZES;
    double x = labels + column * cell + (cell - side) / 2;
    double y = 14 + row * cell + (cell - side) / 2;
    String length = Numbers.pixel(side);
    paths[sign][size]
        .append('M')
        .append(Numbers.pixel(x))
        .append(' ')
        .append(Numbers.pixel(y))
        .append('h' + length + 'v' + length + "h-" + length + 'z');
  }

  Html draw(String alternative) {
    double side = names.size() * cell;
    Html svg = Figure.svg(labels + side + 2, side + 16, alternative);
    svg.open("g", "class", "names", "font-size", Numbers.pixel(fontSize()));
    for (int i = 0; i < names.size(); i++) {
      double middle = (i + 0.5) * cell;
      String number = Integer.toString(i + 1);
      Figure.label(svg, labels - 6, 14 + middle + cell / 4, "end", names.get(i) + " " + number);
      Figure.label(svg, labels + middle, 10, "middle", number);
    }
    svg.markup("</g>");
    for (int sign = 0; sign < 2; sign++) {
      for (StringBuilder path : paths[sign]) {
        if (path != null) {
          Figure.path(svg, sign == 0 ? "positive" : "negative", path.toString());
        }
      }
    }
    return svg.close("svg");
  }

  private double fontSize() {
    return Math.min(11, cell - 3);
  }
}
