package org.spineregistry.synthesis.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.spineregistry.synthesis.report.ReportContent;

/**
 * A report as {@code report.html}: one file with its style sheet and its drawings in it. It needs
 * no script and no network, follows the reader's choice of light or dark, and prints. The same
 * content always gives the same bytes.
 */
public final class ReportHtml {
  private ReportHtml() {}

  /** The bytes of {@code report.html}. */
  public static byte[] write(ReportContent content) {
    Html html = new Html().markup("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
    html.markup("<meta charset=\"utf-8\">\n");
    html.markup("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.markup("<meta name=\"color-scheme\" content=\"light dark\">\n");
    html.markup("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ");
    html.markup("style-src 'unsafe-inline'\">\n");
    String verdict = content.head().verdict().word();
    html.element("title", verdict + ": " + content.head().source());
    html.markup("\n<style>\n" + styles() + "</style>\n</head>\n<body>\n<main>\n");
    html.add(VerdictSection.of(content));
    html.add(GateTables.of(content));
    figures(html, content);
    html.add(ClosingSections.files(content.head()));
    html.add(ClosingSections.lineage(content));
    html.add(ClosingSections.statements(content));
    html.markup("</main>\n</body>\n</html>\n");
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void figures(Html html, ReportContent content) {
    if (!content.marginals().isEmpty()) {
      html.add(MarginalFigures.of(content.marginals()));
    }
    content.correlations().map(CorrelationFigure::of).ifPresent(html::add);
    content.missingness().map(MissingnessSection::of).ifPresent(html::add);
    content.learningCurve().map(LearningFigure::of).ifPresent(html::add);
    if (!content.attacks().isEmpty()) {
      html.add(RocFigure.of(content.attacks()));
    }
    if (!content.subgroups().isEmpty()) {
      html.add(ClosingSections.subgroups(content.subgroups()));
    }
  }

  private static String styles() {
    try (InputStream in = ReportHtml.class.getResourceAsStream("report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the style sheet is part of the library", e);
    }
  }
}
