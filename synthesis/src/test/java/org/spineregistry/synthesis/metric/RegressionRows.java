package org.spineregistry.synthesis.metric;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spineregistry.synthesis.testing.OptData;
import org.spineregistry.synthesis.testing.Vectors;

/**
 * Complete cases of the columns that a regression vector names.
 *
 * @param x one array a row
 * @param targets texts of the target
 */
record RegressionRows(double[][] x, List<String> targets) {
  static RegressionRows of(JsonNode vector) {
    List<double[]> columns = new ArrayList<>();
    Vectors.texts(vector.get("numeric")).forEach(name -> columns.add(OptData.numbers(name)));
    vector
        .get("indicators")
        .properties()
        .forEach(
            e ->
                Vectors.texts(e.getValue())
                    .forEach(level -> columns.add(indicator(e.getKey(), level))));
    List<String> all = OptData.texts(vector.get("target").asText());
    List<double[]> x = new ArrayList<>();
    List<String> targets = new ArrayList<>();
    for (int row = 0; row < all.size(); row++) {
      int at = row;
      double[] cells = columns.stream().mapToDouble(column -> column[at]).toArray();
      if (all.get(row) != null && Arrays.stream(cells).noneMatch(Double::isNaN)) {
        x.add(cells);
        targets.add(all.get(row));
      }
    }
    return new RegressionRows(x.toArray(double[][]::new), targets);
  }

  double[] y() {
    return targets.stream().mapToDouble(Double::parseDouble).toArray();
  }

  boolean[] isLevel(String positive) {
    boolean[] found = new boolean[targets.size()];
    for (int i = 0; i < found.length; i++) {
      found[i] = targets.get(i).equals(positive);
    }
    return found;
  }

  private static double[] indicator(String column, String level) {
    return OptData.texts(column).stream()
        .mapToDouble(text -> text == null ? Double.NaN : text.equals(level) ? 1 : 0)
        .toArray();
  }
}
