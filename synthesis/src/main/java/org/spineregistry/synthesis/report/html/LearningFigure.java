package org.spineregistry.synthesis.report.html;

import java.util.List;
import org.spineregistry.synthesis.metric.Interval;
import org.spineregistry.synthesis.report.LearningCurve;
import org.spineregistry.synthesis.report.LearningCurve.Point;

/** Utility on growing parts of the cohort, measured and never projected. */
final class LearningFigure {
  private LearningFigure() {}

  static Html of(LearningCurve curve) {
    Html html = new Html().open("section", "aria-labelledby", "learning");
    html.element("h2", "Would more patients help?", "id", "learning");
    html.element(
        "p",
        "The same measurement on growing parts of the cohort. Nothing is projected beyond it.",
        "class",
        "measure");
    Html caption =
        new Html()
            .element("strong", "Prediction of " + curve.outcome() + ".")
            .text(" Bars are 95 % intervals.");
    return html.add(Figure.of("chart", draw(curve), caption, numbers(curve))).close("section");
  }

  private static Html draw(LearningCurve curve) {
    List<Point> points = curve.points();
    double low = points.stream().mapToDouble(LearningFigure::lower).min().orElse(0);
    double high = points.stream().mapToDouble(LearningFigure::upper).max().orElse(1);
    double margin = Math.max(0.01, (high - low) / 10);
    int most = points.stream().mapToInt(Point::patients).max().orElse(1);
    Plane plane = new Plane(560, 300, 0, most * 1.05, low - margin, high + margin);
    Html svg = Figure.svg(560, 300, alternative(curve));
    plane.axes(
        svg,
        points.stream().map(point -> (double) point.patients()).toList(),
        Numbers::tick,
        "patients used",
        curve.statistic());
    StringBuilder line = new StringBuilder();
    for (Point point : points) {
      double x = point.patients();
      if (point.interval() != null) {
        Figure.path(
            svg,
            "whisker",
            "M" + plane.at(x, lower(point)) + "V" + Numbers.pixel(plane.y(upper(point))));
      }
      line.append(line.isEmpty() ? "M" : "L").append(plane.at(x, point.value()));
    }
    Figure.path(svg, "curve", line.toString());
    for (Point point : points) {
      svg.open(
          "circle",
          "class",
          "dot-real",
          "cx",
          Numbers.pixel(plane.x(point.patients())),
          "cy",
          Numbers.pixel(plane.y(point.value())),
          "r",
          "4.5");
      svg.markup("</circle>");
    }
    return svg.close("svg");
  }

  private static String alternative(LearningCurve curve) {
    StringBuilder text = new StringBuilder("Learning curve, " + curve.statistic() + ": ");
    for (Point point : curve.points()) {
      text.append(Numbers.value(point.value())).append(" with ").append(point.patients());
      text.append(" patients; ");
    }
    return text.toString().strip();
  }

  private static Html numbers(LearningCurve curve) {
    return Tables.of(
        "Learning curve",
        List.of("Part of the cohort", "Patients", "Value", "95 % interval"),
        List.of(false, true, true, true),
        curve.points().stream()
            .map(
                point ->
                    List.of(
                        Numbers.percent(point.fraction()),
                        Numbers.count(point.patients()),
                        Numbers.value(point.value()),
                        Numbers.interval(point.interval())))
            .toList());
  }

  private static double lower(Point point) {
    Interval interval = point.interval();
    return interval == null ? point.value() : Math.min(point.value(), interval.lower());
  }

  private static double upper(Point point) {
    Interval interval = point.interval();
    return interval == null ? point.value() : Math.max(point.value(), interval.upper());
  }
}
