package org.spineregistry.synthesis.report.html;

/** Growing HTML. Every text and every attribute value goes through {@link #escape}. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Opens an element. */
  Html open(String tag, String... attributes) {
    out.append('<').append(tag);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"").append(escape(attributes[i + 1]));
      out.append('"');
    }
    out.append('>');
    return this;
  }

  /** Closes an element and its line. */
  Html close(String tag) {
    out.append("</").append(tag).append(">\n");
    return this;
  }

  /** A text inside the open element. */
  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** A column name, which may break between its words. */
  Html name(String name) {
    out.append(escape(name).replaceAll("(?<=[a-z])(?=[A-Z])", "<wbr>"));
    return this;
  }

  /** An element that holds a text. */
  Html element(String tag, String text, String... attributes) {
    open(tag, attributes);
    text(text);
    out.append("</").append(tag).append('>');
    return this;
  }

  /** What another builder has made. */
  Html add(Html made) {
    out.append(made.out);
    return this;
  }

  /** Text of this library that is markup already, never a text from outside. */
  Html markup(String markup) {
    out.append(markup);
    return this;
  }

  /** The five characters that mean something in HTML, and controls that no text may hold. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
              }
            });
    return escaped.toString();
  }

  private static boolean isAllowed(int c) {
    boolean control = c < 0x20 && c != '\n' && c != '\t';
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    return !control && !surrogate && c != 0x7F && !(c >= 0x80 && c < 0xA0);
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
