package org.spineregistry.synthesis.report.html;

/** A drawing with its caption and its numbers as a table that a reader can open. */
final class Figure {
  private Figure() {}

  /**
   * A figure.
   *
   * @param style class of the figure
   * @param drawing an {@code svg} from {@link #svg}
   * @param caption below it
   * @param numbers table behind it, or null
   */
  static Html of(String style, Html drawing, Html caption, Html numbers) {
    Html html = new Html().open("figure", "class", style).add(drawing);
    html.open("figcaption").add(caption).close("figcaption");
    if (numbers != null) {
      html.open("details").element("summary", "Numbers").add(numbers).close("details");
    }
    return html.close("figure");
  }

  /**
   * Opens a drawing that is one image to a screen reader; close it with {@code </svg>}.
   *
   * @param width in units of the drawing
   * @param height in units of the drawing
   * @param alternative what it shows, in words
   */
  static Html svg(double width, double height, String alternative) {
    return new Html()
        .open(
            "svg",
            "role",
            "img",
            "viewBox",
            "0 0 " + Numbers.pixel(width) + " " + Numbers.pixel(height),
            "aria-label",
            alternative);
  }

  /** A text in a drawing. */
  static void label(Html svg, double x, double y, String anchor, String text) {
    svg.element("text", text, "x", Numbers.pixel(x), "y", Numbers.pixel(y), "text-anchor", anchor);
  }

  /** A shape in a drawing. */
  static void path(Html svg, String style, String d) {
    svg.open("path", "class", style, "d", d).markup("</path>");
  }
}
