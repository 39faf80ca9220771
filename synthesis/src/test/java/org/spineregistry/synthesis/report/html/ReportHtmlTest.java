package org.spineregistry.synthesis.report.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.report.ReportContent;
import org.spineregistry.synthesis.report.ReportSamples;
import org.spineregistry.synthesis.report.ReportVerdict;
import org.spineregistry.synthesis.report.Summary;
import org.spineregistry.synthesis.report.Wording;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ReportHtmlTest {
  private static final String HOSTILE = "<script>alert('x')</script>\"&\u0007";
  private static final String REFUSED = html(ReportSamples.refused());

  @Test
  void theVerdictStandsBeforeEverythingElse() {
    String sentence = Summary.sentence(ReportSamples.refused());

    assertThat(REFUSED.indexOf("REFUSED</h2>")).isLessThan(REFUSED.indexOf(sentence));
    assertThat(REFUSED.indexOf(sentence)).isLessThan(REFUSED.indexOf(">Why</h2>"));
    assertThat(REFUSED.indexOf(">Why</h2>")).isLessThan(REFUSED.indexOf("<table"));
    assertThat(REFUSED.indexOf("<table")).isLessThan(REFUSED.indexOf("<figure"));
  }

  @Test
  void theGatesThatDecidedAreNamedWithTheirNumbers() {
    String why = REFUSED.substring(REFUSED.indexOf(">Why</h2>"), REFUSED.indexOf("<table"));

    assertThat(why)
        .contains("F3-error: 0.081; required: at most 0.060.")
        .contains(
            "P4-inference: 0.060, 95 % interval [\u22120.050, 0.150]; required: at most 0.090.")
        .contains("\u2717 fail")
        .contains("? cannot be decided")
        .doesNotContain("F1-ks");
  }

  @Test
  void thePageNeedsNothingFromOutsideAndRunsNothing() {
    assertThat(REFUSED)
        .doesNotContain("<script", "<link", "<img", "<iframe", "@import", "url(", "src=", "href=")
        .doesNotContainPattern("\\son[a-z]+=")
        .doesNotContain("http://", "https://");
  }

  @Test
  void everyTextIsEscaped() throws Exception {
    String html =
        html(ReportSamples.of(hostile(), ReportVerdict.REFUSED, Verdict.FAIL, Verdict.FAIL));

    assertThat(html).doesNotContain("<script>").doesNotContain("\u0007");
    assertThat(html).contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&quot;&amp;\uFFFD");
    parse(html);
  }

  @Test
  void everyElementIsClosedAndEveryIdIsUsedOnce() throws Exception {
    Document page = parse(REFUSED);

    List<String> ids = new ArrayList<>();
    List<String> references = new ArrayList<>();
    for (Element element : elements(page, "*")) {
      if (element.hasAttribute("id")) {
        ids.add(element.getAttribute("id"));
      }
      if (element.hasAttribute("aria-labelledby")) {
        references.add(element.getAttribute("aria-labelledby"));
      }
    }
    assertThat(ids).doesNotHaveDuplicates().containsAll(references);
  }

  @Test
  void everyDrawingHasATextOrIsHiddenFromScreenReaders() throws Exception {
    List<Element> drawings = elements(parse(REFUSED), "svg");

    assertThat(drawings).hasSizeGreaterThan(60);
    assertThat(drawings)
        .allSatisfy(
            svg -> {
              boolean hidden = svg.getAttribute("aria-hidden").equals("true");
              boolean named =
                  svg.getAttribute("role").equals("img")
                      && svg.getAttribute("aria-label").length() > 15;
              assertThat(hidden ^ named).isTrue();
            });
  }

  @Test
  void everyTableHasACaptionAndHeadings() throws Exception {
    for (Element table : elements(parse(REFUSED), "table")) {
      assertThat(table.getElementsByTagName("caption").getLength()).isEqualTo(1);
      NodeList headings = table.getElementsByTagName("th");
      for (int i = 0; i < headings.getLength(); i++) {
        assertThat(((Element) headings.item(i)).getAttribute("scope")).matches("row|col");
      }
    }
  }

  @Test
  void headingsGoDownOneLevelAtATime() throws Exception {
    Document page = parse(REFUSED);

    assertThat(elements(page, "h1")).hasSize(1);
    assertThat(elements(page, "h2")).hasSizeGreaterThan(8);
    assertThat(elements(page, "h3")).isEmpty();
  }

  @Test
  void thePageMakesNoClaimThatNoGateSupports() {
    String text = html(ReportSamples.certified()).replaceAll("<style>[^<]*</style>", "");

    assertThat(Wording.isRefused(text.replaceAll("<[^>]*>", " "))).isFalse();
    assertThat(text).contains(Html.escape(Wording.REQUIRED.get(1)));
  }

  @Test
  void theSameContentGivesTheSameBytes() {
    assertThat(html(ReportSamples.refused())).isEqualTo(REFUSED);
  }

  /** WCAG 2.1, contrast of at least 4.5 for text and 3 for what a drawing is made of. */
  @Test
  void coloursContrastInLightDarkAndPrint() {
    List<String> schemes = new ArrayList<>();
    Matcher root = Pattern.compile(":root \\{([^}]*)}").matcher(REFUSED);
    while (root.find()) {
      schemes.add(root.group(1));
    }
    assertThat(schemes).hasSize(3);
    for (String scheme : schemes) {
      for (String text : List.of("ink", "muted", "pass", "fail", "open")) {
        assertThat(Contrast.between(scheme, text, "paper")).as(text).isGreaterThanOrEqualTo(4.5);
      }
      for (String line : List.of("real", "synthetic", "a0", "a1", "a2", "a3", "a4")) {
        assertThat(Contrast.between(scheme, line, "paper")).as(line).isGreaterThanOrEqualTo(3);
      }
      assertThat(Contrast.between(scheme, "synthetic", "fill")).isGreaterThanOrEqualTo(3);
    }
  }

  private static String html(ReportContent content) {
    return new String(ReportHtml.write(content), UTF_8);
  }

  /** The page is XML but for its first line and the elements that HTML leaves open. */
  private static Document parse(String html) throws Exception {
    String xml =
        html.replace("<!DOCTYPE html>\n", "")
            .replaceAll("(<meta [^>]*)>", "$1/>")
            .replace("<wbr>", "<wbr/>");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(xml)));
  }

  private static List<Element> elements(Document page, String tag) {
    NodeList found = page.getElementsByTagName(tag);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static Table hostile() {
    List<Column> columns =
        List.of(
            Column.number(HOSTILE, 0),
            Column.number("y" + HOSTILE, 0),
            Column.category("c" + HOSTILE, List.of(HOSTILE, "b")));
    TableBuilder builder = new TableBuilder(columns);
    for (int row = 0; row < 60; row++) {
      builder.add(
          java.util.Arrays.asList(
              row % 7 == 0 ? null : row, row % 11, row % 2 == 0 ? HOSTILE : "b"));
    }
    return builder.build();
  }
}
