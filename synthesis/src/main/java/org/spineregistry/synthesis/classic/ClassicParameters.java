package org.spineregistry.synthesis.classic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.spineregistry.synthesis.marginal.Family;
import org.spineregistry.synthesis.table.Column;

/**
 * What a certificate says about a classic model.
 *
 * @param options choices of the fit
 * @param marginals family chosen for each number column that is modelled
 * @param constantColumns columns copied because the cohort holds one value
 * @param emptyColumns columns left empty because the cohort holds no value
 * @param correlationRepair multiple of the identity that was added to the correlation matrix
 */
public record ClassicParameters(
    ClassicOptions options,
    Map<String, Family> marginals,
    List<String> constantColumns,
    List<String> emptyColumns,
    double correlationRepair) {

  static ClassicParameters of(
      List<Column> columns,
      List<FittedColumn> fitted,
      ClassicOptions options,
      double correlationRepair) {
    Map<String, Family> marginals = new TreeMap<>();
    for (int c = 0; c < fitted.size(); c++) {
      if (fitted.get(c).family() != null) {
        marginals.put(columns.get(c).name(), fitted.get(c).family());
      }
    }
    return new ClassicParameters(
        options,
        marginals,
        names(columns, fitted, ConstantModel.class),
        names(columns, fitted, EmptyModel.class),
        correlationRepair);
  }

  /** The parameters as texts, numbers, lists and maps. */
  public Map<String, Object> toMap() {
    Map<String, String> families = new TreeMap<>();
    marginals.forEach((column, family) -> families.put(column, family.label()));
    return Map.of(
        "imputation", options.imputation().name(),
        "family", options.family().map(Family::label).orElse("best of seven"),
        "marginals", families,
        "constantColumns", constantColumns,
        "emptyColumns", emptyColumns,
        "correlationRepair", correlationRepair);
  }

  private static List<String> names(
      List<Column> columns, List<FittedColumn> fitted, Class<? extends ColumnModel> kind) {
    return IntStream.range(0, fitted.size())
        .filter(c -> kind.isInstance(fitted.get(c).model()))
        .mapToObj(c -> columns.get(c).name())
        .toList();
  }
}
