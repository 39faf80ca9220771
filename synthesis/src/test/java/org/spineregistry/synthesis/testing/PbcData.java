package org.spineregistry.synthesis.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;
import org.spineregistry.synthesis.table.ColumnValues;
import org.spineregistry.synthesis.table.Table;

/**
 * The Mayo Clinic's cohort of primary biliary cirrhosis (Fleming and Harrington 1991, Counting
 * Processes and Survival Analysis): 418 patients, time in days, status 0 censored, 1 transplanted,
 * 2 dead.
 */
public final class PbcData {
  /** Death; a transplantation is a censoring. */
  public static final TimeToEvent DEATH = new TimeToEvent("time", "status", Set.of("2"));

  private static final List<String> NUMBERS =
      List.of("time", "status", "age", "albumin", "bili", "edema", "platelet", "protime");
  private static final Map<String, Integer> DECIMALS =
      Map.of("age", 1, "albumin", 2, "bili", 1, "edema", 1, "protime", 1);
  private static final List<String> SEXES = List.of("f", "m");
  private static final PbcData DATA = new PbcData();

  private final List<String> header;
  private final List<String[]> rows;

  private PbcData() {
    try (InputStream in = PbcData.class.getResourceAsStream("/pbc.csv")) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      header = List.of(lines.get(0).split(","));
      rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The numbers of a column; NaN is missing. */
  public static double[] numbers(String column) {
    return texts(column)
        .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
        .toArray();
  }

  /** Time, status, six numbers and the sex of every patient; all but the pair are predictors. */
  public static Table cohort() {
    List<Column> columns =
        Stream.concat(
                NUMBERS.stream().map(name -> Column.number(name, DECIMALS.getOrDefault(name, 0))),
                Stream.of(Column.category("sex", SEXES)))
            .map(column -> isPair(column) ? column : column.with(ColumnRole.PREDICTOR))
            .toList();
    List<ColumnValues> values =
        Stream.concat(
                NUMBERS.stream().map(name -> ColumnValues.numbers(numbers(name))),
                Stream.of(
                    ColumnValues.codes(texts("sex").mapToInt(SEXES::indexOf).toArray(), SEXES)))
            .toList();
    return Table.of(columns, values);
  }

  /** Some rows of {@link #cohort}. */
  public static Table rows(IntPredicate which) {
    return cohort().select(IntStream.range(0, DATA.rows.size()).filter(which).toArray());
  }

  private static boolean isPair(Column column) {
    return column.name().equals(DEATH.time()) || column.name().equals(DEATH.status());
  }

  private static Stream<String> texts(String column) {
    int at = DATA.header.indexOf(column);
    return DATA.rows.stream().map(row -> row[at]);
  }
}
