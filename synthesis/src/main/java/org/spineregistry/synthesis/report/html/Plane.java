package org.spineregistry.synthesis.report.html;

import java.util.List;
import java.util.function.DoubleFunction;
import org.spineregistry.synthesis.report.RoundGrid;

/** Two axes with round ticks, and where a point of data falls between them. */
final class Plane {
  private static final double LEFT = 52;
  private static final double TOP = 10;
  private static final double BOTTOM = 44;

  private final double width;
  private final double height;
  private final double fromX;
  private final double toX;
  private final double fromY;
  private final double toY;

  /**
   * @param width of the drawing
   * @param height of the drawing
   * @param fromX smallest and {@code toX} largest abscissa
   * @param fromY smallest and {@code toY} largest ordinate
   */
  Plane(double width, double height, double fromX, double toX, double fromY, double toY) {
    this.width = width;
    this.height = height;
    this.fromX = fromX;
    this.toX = toX;
    this.fromY = fromY;
    this.toY = toY;
  }

  double x(double value) {
    return LEFT + (value - fromX) / (toX - fromX) * (width - LEFT - 12);
  }

  double y(double value) {
    return height - BOTTOM - (value - fromY) / (toY - fromY) * (height - BOTTOM - TOP);
  }

  /** A point as it stands in a path. */
  String at(double dataX, double dataY) {
    return Numbers.pixel(x(dataX)) + " " + Numbers.pixel(y(dataY));
  }

  /** Axes, ticks at round numbers and titles. */
  void axes(Html svg, List<Double> ticksX, DoubleFunction<String> nameX, String x, String y) {
    double floor = height - BOTTOM;
    RoundGrid grid = RoundGrid.of((toY - fromY) / 5.5, 6);
    for (long line = grid.cell(fromY) + 1; grid.edge(line) <= toY; line++) {
      String level = Numbers.pixel(y(grid.edge(line)));
      Figure.path(
          svg, "grid", "M" + Numbers.pixel(LEFT) + " " + level + "H" + Numbers.pixel(width - 12));
      Figure.label(svg, LEFT - 6, y(grid.edge(line)) + 4, "end", Numbers.tick(grid.edge(line)));
    }
    for (double tick : ticksX) {
      Figure.path(svg, "axis", "M" + Numbers.pixel(x(tick)) + " " + Numbers.pixel(floor) + "v5");
      Figure.label(svg, x(tick), floor + 18, "middle", nameX.apply(tick));
    }
    Figure.path(
        svg,
        "axis",
        "M" + Numbers.pixel(LEFT) + " " + Numbers.pixel(floor) + "H" + Numbers.pixel(width - 12));
    Figure.label(svg, (LEFT + width) / 2, height - 6, "middle", x);
    svg.element(
        "text",
        y,
        "transform",
        "translate(12 " + Numbers.pixel((floor + TOP) / 2) + ") rotate(-90)",
        "text-anchor",
        "middle");
  }
}
