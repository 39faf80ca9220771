package org.spineregistry.synthesis.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Figures of {@link ReportJson}. */
final class FigureJson {
  private FigureJson() {}

  static Map<String, Object> marginal(MarginalPlot plot) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("column", plot.column());
    json.put("kind", plot.number() ? "number" : "category");
    json.put("bars", plot.bars());
    return json;
  }

  static Map<String, Object> correlations(CorrelationMap map) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("columns", map.columns());
    json.put("real", map.real());
    json.put("synthetic", map.synthetic());
    json.put("difference", difference(map));
    return json;
  }

  static Map<String, Object> learning(LearningCurve curve) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("outcome", curve.outcome());
    json.put("statistic", curve.statistic());
    json.put("points", curve.points().stream().map(FigureJson::learningPoint).toList());
    return json;
  }

  static Map<String, Object> attack(RocCurve curve) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("attack", curve.attack());
    json.put("auc", curve.auc());
    GateJson.putEnds(json, curve.interval());
    json.put("points", curve.points());
    return json;
  }

  static Map<String, Object> subgroup(SubgroupRow row) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("column", row.column());
    json.put("group", row.group());
    json.put("patients", row.patients());
    json.put("statistic", row.statistic());
    json.put("value", row.value());
    json.put("bound", row.bound());
    json.put("withinBound", row.isWithinBound());
    return json;
  }

  private static Map<String, Object> learningPoint(LearningCurve.Point point) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("fraction", point.fraction());
    json.put("patients", point.patients());
    json.put("value", point.value());
    GateJson.putEnds(json, point.interval());
    return json;
  }

  private static List<List<Double>> difference(CorrelationMap map) {
    int size = map.columns().size();
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int row = i;
      List<Double> cells = new ArrayList<>();
      IntStream.range(0, size).forEach(column -> cells.add(map.difference(row, column)));
      rows.add(cells);
    }
    return rows;
  }
}
