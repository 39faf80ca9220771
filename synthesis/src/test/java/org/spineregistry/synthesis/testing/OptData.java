package org.spineregistry.synthesis.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.Table;
import org.spineregistry.synthesis.table.TableBuilder;

/**
 * The real multicentre cohort of the test resources (Michalowicz et al. 2006): 823 patients. A
 * column is a number when all its values are, a boolean when all are true or false, else a
 * category. The site is the stratum, not a column of the table.
 */
public final class OptData {
  /** What the first visit and the demographics know. */
  private static final Set<String> BEFORE_TREATMENT =
      Set.of(
          "group",
          "ageYears",
          "black",
          "white",
          "hispanic",
          "education",
          "publicAssistance",
          "hypertension",
          "diabetes",
          "bmi",
          "tobaccoUse",
          "alcoholUse",
          "drugAddiction",
          "previousPregnancy",
          "qualifyingTeeth");

  private static final OptData DATA = new OptData();

  private final List<String> header;
  private final List<String[]> rows = new ArrayList<>();

  private OptData() {
    try (InputStream in = OptData.class.getResourceAsStream("/opt.csv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      header = List.of(lines.get(0).split(","));
      lines.stream().skip(1).forEach(line -> rows.add(line.split(",", -1)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The texts of a column; a missing cell is null. */
  public static List<String> texts(String column) {
    int at = DATA.header.indexOf(column);
    return DATA.rows.stream().map(row -> text(row[at])).toList();
  }

  /** The numbers of a column; a missing cell is NaN. */
  public static double[] numbers(String column) {
    return texts(column).stream()
        .mapToDouble(text -> text == null ? Double.NaN : Double.parseDouble(text))
        .toArray();
  }

  /** The observed numbers of a column in the rows that pass a filter such as {"site": "MN"}. */
  public static double[] numbers(String column, JsonNode filter) {
    double[] all = numbers(column);
    return Arrays.stream(rowsWith(filter))
        .mapToDouble(row -> all[row])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  /** The rows that pass a filter. */
  public static int[] rowsWith(JsonNode filter) {
    return IntStream.range(0, DATA.rows.size())
        .filter(
            row ->
                filter.properties().stream()
                    .allMatch(e -> e.getValue().asText().equals(texts(e.getKey()).get(row))))
        .toArray();
  }

  /** The clinic of each row. */
  public static List<String> sites() {
    return texts("site");
  }

  /** The running number of each row, rising. */
  public static List<String> caseIds() {
    return texts("caseNumber");
  }

  /** The whole cohort: all columns but number and site, with the roles of the campaign. */
  public static Table cohort() {
    List<String> names =
        DATA.header.stream().filter(n -> !n.equals("caseNumber") && !n.equals("site")).toList();
    return table(names);
  }

  /** The given columns of the cohort. */
  public static Table table(List<String> names) {
    TableBuilder builder = new TableBuilder(names.stream().map(OptData::column).toList());
    List<List<String>> texts = names.stream().map(OptData::texts).toList();
    List<Column> columns = names.stream().map(OptData::column).toList();
    for (int row = 0; row < DATA.rows.size(); row++) {
      List<Object> cells = new ArrayList<>();
      for (int c = 0; c < names.size(); c++) {
        String text = texts.get(c).get(row);
        cells.add(text == null || !columns.get(c).isNumber() ? text : Double.valueOf(text));
      }
      builder.add(cells);
    }
    return builder.build();
  }

  private static Column column(String name) {
    Set<String> levels = new TreeSet<>();
    texts(name).stream().filter(text -> text != null).forEach(levels::add);
    Column column;
    if (levels.equals(Set.of("true", "false"))) {
      column = Column.bool(name);
    } else if (levels.stream().allMatch(text -> text.matches("-?[0-9]+(\\.[0-9]+)?"))) {
      column = Column.number(name, levels.stream().mapToInt(OptData::decimals).max().orElse(0));
    } else {
      column = Column.category(name, List.copyOf(levels));
    }
    return withRole(column);
  }

  private static Column withRole(Column column) {
    if (column.name().equals("bleedingPctVisit5")) {
      return column.with(ColumnRole.PRIMARY_OUTCOME);
    }
    boolean before = column.name().endsWith("Baseline") || BEFORE_TREATMENT.contains(column.name());
    Column known = before ? column.with(ColumnRole.PREDICTOR) : column;
    boolean quasi = Set.of("ageYears", "education", "black").contains(column.name());
    return quasi ? known.with(ColumnRole.QUASI_IDENTIFIER) : known;
  }

  private static int decimals(String number) {
    int point = number.indexOf('.');
    return point < 0 ? 0 : number.length() - point - 1;
  }

  private static String text(String cell) {
    return cell.isEmpty() || cell.equals(".") ? null : cell;
  }
}
