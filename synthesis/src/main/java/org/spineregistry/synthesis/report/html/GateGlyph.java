package org.spineregistry.synthesis.report.html;

import org.spineregistry.synthesis.gate.Direction;
import org.spineregistry.synthesis.gate.GateResult;
import org.spineregistry.synthesis.metric.Interval;

/**
 * A value against its bound: a tick for the bound, the allowed side shaded, a line for the interval
 * and a dot for the value. The numbers stand beside it, so it is hidden from screen readers.
 */
final class GateGlyph {
  private static final double WIDTH = 96;
  private static final double NEAR = 28;

  private GateGlyph() {}

  /** Markup; empty for a gate without bound or value. */
  static String of(GateResult gate) {
    if (gate.bound() == null || gate.value() == null) {
      return "";
    }
    boolean upward = gate.direction() == Direction.AT_LEAST || gate.direction() == Direction.ABOVE;
    double tick = upward ? NEAR : WIDTH - NEAR;
    double scale = scale(gate);
    String shade = upward ? "M" + px(tick) + " 0H96V14H" + px(tick) : "M0 0H" + px(tick) + "V14H0";
    StringBuilder svg =
        new StringBuilder("<svg class=\"glyph\" viewBox=\"0 0 96 14\" aria-hidden=\"true\">");
    svg.append("<path class=\"zone\" d=\"").append(shade).append("Z\"/>");
    svg.append("<path class=\"tick\" d=\"M").append(px(tick)).append(" 0V14\"/>");
    Interval interval = gate.interval();
    if (interval != null) {
      svg.append("<path class=\"range\" d=\"M")
          .append(px(at(interval.lower(), gate, tick, scale)))
          .append(" 7H")
          .append(px(at(interval.upper(), gate, tick, scale)))
          .append("\"/>");
    }
    return svg.append("<circle class=\"dot\" cx=\"")
        .append(px(at(gate.value(), gate, tick, scale)))
        .append("\" cy=\"7\" r=\"3.5\"/></svg>")
        .toString();
  }

  /** Distance from the bound that fills the longer side. */
  private static double scale(GateResult gate) {
    double scale = Math.max(Math.abs(gate.bound()), Math.abs(gate.value() - gate.bound()));
    return scale > 0 ? scale : 1;
  }

  private static double at(double value, GateResult gate, double tick, double scale) {
    double x = tick + (value - gate.bound()) / scale * (WIDTH - NEAR - 4);
    return Math.max(4, Math.min(WIDTH - 4, x));
  }

  private static String px(double at) {
    return Numbers.pixel(at);
  }
}
