package org.spineregistry.synthesis.report.html;

import java.util.List;

/** Tables whose rows become cards on a narrow screen, and stay tables for a screen reader. */
final class Tables {
  private Tables() {}

  /**
   * A table of texts.
   *
   * @param caption what it shows
   * @param columns headings
   * @param numeric whether a column is set like numbers
   * @param rows one text a column; the first is the row's heading
   */
  static Html of(
      String caption, List<String> columns, List<Boolean> numeric, List<List<String>> rows) {
    Html html = open(caption, columns, numeric);
    for (List<String> row : rows) {
      html.open("tr", "role", "row");
      for (int c = 0; c < row.size(); c++) {
        cell(html, columns.get(c), row.get(c), c == 0, numeric.get(c));
      }
      html.close("tr");
    }
    return html.markup("</tbody></table>\n");
  }

  /** Caption and headings; rows follow, then {@code </tbody></table>}. */
  static Html open(String caption, List<String> columns, List<Boolean> numeric) {
    return open(caption, "", columns, numeric);
  }

  /** The same, with a class for the table. */
  static Html open(String caption, String style, List<String> columns, List<Boolean> numeric) {
    Html html = new Html().open("table", "role", "table", "class", style);
    html.element("caption", caption);
    html.markup("<thead role=\"rowgroup\"><tr role=\"row\">");
    for (int c = 0; c < columns.size(); c++) {
      html.element(
          "th",
          columns.get(c),
          "scope",
          "col",
          "role",
          "columnheader",
          "class",
          numeric.get(c) ? "n" : "");
    }
    return html.markup("</tr></thead>\n<tbody role=\"rowgroup\">\n");
  }

  static void cell(Html html, String column, String text, boolean heading, boolean numeric) {
    if (heading) {
      html.open("th", "scope", "row", "role", "rowheader").name(text).markup("</th>");
    } else {
      String style = (numeric ? "n" : "") + (text.equals(Numbers.NONE) ? " e" : "");
      html.element("td", text, "role", "cell", "data-label", column, "class", style);
    }
  }
}
