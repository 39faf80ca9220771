package org.spineregistry.synthesis.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.gate.Verdict;
import org.spineregistry.synthesis.report.html.ReportHtml;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;
import org.spineregistry.synthesis.testing.OptData;

/**
 * Neither file tells a value that fewer than five patients hold. A text search can say so only for
 * values that cannot stand there by chance: an age of 44 is also a percentage and a number of rows.
 * So three rules are held: planted values of many digits, rare levels and real values of four or
 * more digits are searched for; and for values of any size, the files must be the same, byte by
 * byte, when an extreme or a rare level is another one.
 */
class NoPatientShowsTest {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final int TELLING_DIGITS = 4;

  @Test
  void plantedExtremesAndRareLevelsStandInNeitherFile() {
    List<String> files = files(planted(87654.3, -76543.2, "RAREMARKER"), planted());

    assertThat(files)
        .allSatisfy(
            file ->
                assertThat(file)
                    .contains("age", "complication", "DVT")
                    .doesNotContain("87654", "76543", "88000", "90000", "RAREMARKER"));
  }

  @Test
  void filesDoNotChangeWithTheValueOfAnExtremeOrOfARareLevel() {
    List<String> files = files(planted(87654.3, -76543.2, "RAREMARKER"), planted());

    assertThat(files(planted(61, 17.9, "RAREMARKER"), planted())).isEqualTo(files);
    assertThat(files(planted(4999, -1, "OTHERMARKER"), planted())).isEqualTo(files);
  }

  @Test
  void realValuesOfManyDigitsHeldByFewStandInNeitherFile() {
    Table cohort = OptData.cohort();
    ReportContent content = ReportSamples.refused();
    Set<String> shown = new TreeSet<>(numbers(text(content)));
    shown.removeAll(roundLines(content));

    Set<String> held = rareNumbers(cohort);
    assertThat(held).hasSizeGreaterThan(300);
    assertThat(held).doesNotContainAnyElementsOf(shown);
  }

  @Test
  void realLevelsHeldByFewStandInNeitherFile() {
    ReportContent content = ReportSamples.refused();

    assertThat(text(content)).contains("Live birth").doesNotContain("Elective abortion");
  }

  private static List<String> files(Table cohort, Table release) {
    ReportContent content =
        ReportSamples.of(cohort, release, ReportVerdict.REFUSED, Verdict.FAIL, Verdict.FAIL);
    return List.of(
        new String(ReportJson.write(content), UTF_8), new String(ReportHtml.write(content), UTF_8));
  }

  /** Both files without coordinates of drawings and styles, which are functions of shares. */
  private static String text(ReportContent content) {
    String html = new String(ReportHtml.write(content), UTF_8);
    return new String(ReportJson.write(content), UTF_8)
        + html.replaceAll("(?s)<style>.*?</style>", "")
            .replaceAll(" (d|x|y|cx|cy|r|viewBox|transform|font-size)=\"[^\"]*\"", "");
  }

  /** Grid lines and the ends of bins: they follow from the fifth smallest and largest value. */
  private static Set<String> roundLines(ReportContent content) {
    Set<String> lines = new TreeSet<>();
    for (MarginalPlot plot : content.marginals()) {
      for (MarginalPlot.Bar bar : plot.bars()) {
        if (plot.number()) {
          lines.addAll(numbers(bar.label()));
          lines.addAll(numbers(plain(bar.from()) + " " + plain(bar.to())));
        }
      }
    }
    return lines;
  }

  private static Set<String> rareNumbers(Table cohort) {
    Set<String> rare = new TreeSet<>();
    for (int c = 0; c < cohort.columns().size(); c++) {
      if (cohort.columns().get(c).isNumber()) {
        Map<Double, Integer> held = new HashMap<>();
        Arrays.stream(cohort.numbers(c)).forEach(value -> held.merge(value, 1, Integer::sum));
        held.remove(Double.NaN);
        held.forEach(
            (value, patients) -> {
              String text = plain(value);
              if (patients < 5
                  && text.replaceAll("[.0]*$|^[0.]*|\\.", "").length() >= TELLING_DIGITS) {
                rare.add(text);
              }
            });
      }
    }
    return rare;
  }

  private static Set<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }

  private static String plain(double value) {
    BigDecimal exact = BigDecimal.valueOf(value);
    return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
  }

  private static Table planted() {
    return planted(60, 18, "DVT");
  }

  private static Table planted(double largest, double smallest, String rare) {
    List<Column> columns =
        List.of(
            Column.number("age", 1),
            Column.number("score", 0),
            Column.category(
                "complication", List.of("NONE", "DVT", "FEVER", "RAREMARKER", "OTHERMARKER")));
    TableBuilder builder = new TableBuilder(columns);
    for (int row = 0; row < 120; row++) {
      double age = 20 + row * 37 % 120 / 3.0;
      List<Object> cells = new ArrayList<>();
      cells.add(row == 3 ? largest : row == 4 ? smallest : Math.rint(10 * age) / 10);
      cells.add(row % 9);
      cells.add(row == 7 ? rare : row % 20 == 1 ? "FEVER" : row % 3 == 0 ? "DVT" : "NONE");
      builder.add(cells);
    }
    return builder.build();
  }
}
