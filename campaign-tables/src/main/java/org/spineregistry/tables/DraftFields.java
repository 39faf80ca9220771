package org.spineregistry.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.spineregistry.schemas.dictionary.Domain;
import org.spineregistry.schemas.dictionary.Role;
import org.spineregistry.synthesis.infer.InferredColumn;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;

/** Writes the fields of a drafted schema. */
final class DraftFields {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final double PERCENT = 100;

  private final DraftNames names;
  private final String namespace;

  /**
   * @param namespace of the enums
   */
  DraftFields(DraftNames names, String namespace) {
    this.names = names;
    this.namespace = namespace;
  }

  /** Whether a number needs decimals. */
  static boolean isDouble(InferredColumn column) {
    return column.column().isNumber() && column.column().decimals() > 0;
  }

  /**
   * A field.
   *
   * @param cuts bands by column
   * @param outcome whether it is the primary outcome
   */
  ObjectNode field(InferredColumn inferred, Map<String, List<Double>> cuts, boolean outcome) {
    Column column = inferred.column();
    ObjectNode field = JSON.objectNode().put("name", names.variable(inferred.name()));
    ArrayNode type = field.putArray("type").add("null");
    field.putNull("default");
    field.put("doc", doc(inferred, outcome));
    if (column.isNumber()) {
      addNumber(column, type, field, cuts.getOrDefault(column.name(), List.of()));
    } else if (DraftNames.areAnswers(column.levels())) {
      type.add("boolean");
      addLabels(inferred, field);
    } else {
      addEnum(inferred, type, field);
    }
    field.put("domain", domain(column, outcome).word());
    addRoles(column, outcome, field.putArray("role"));
    field.put("missingExpected", Math.rint(inferred.missing() * PERCENT) / PERCENT);
    return field;
  }

  private static String doc(InferredColumn inferred, boolean outcome) {
    String named =
        outcome && !inferred.column().is(ColumnRole.PRIMARY_OUTCOME)
            ? " Check: no outcome was named, this one stands in."
            : "";
    return "Column '" + inferred.name() + "'. " + String.join(" ", inferred.notes()) + named;
  }

  private static void addNumber(
      Column column, ArrayNode type, ObjectNode field, List<Double> cuts) {
    boolean isDouble = column.decimals() > 0;
    boolean isInt = Math.max(Math.abs(column.minimum()), column.maximum()) <= Integer.MAX_VALUE;
    type.add(isDouble ? "double" : isInt ? "int" : "long");
    addBound(field, "min", column.minimum());
    addBound(field, "max", column.maximum());
    if (isDouble) {
      field.put("decimals", column.decimals());
    }
    if (!cuts.isEmpty()) {
      ArrayNode array = field.putArray("cuts");
      for (double cut : cuts) {
        array.add(number(cut));
      }
    }
  }

  private static void addBound(ObjectNode field, String name, double bound) {
    field.set(name, number(bound));
  }

  private static JsonNode number(double value) {
    return value == Math.rint(value) ? JSON.numberNode((long) value) : JSON.numberNode(value);
  }

  private void addEnum(InferredColumn inferred, ArrayNode type, ObjectNode field) {
    ObjectNode list = type.addObject().put("type", "enum");
    list.put("name", DraftNames.typeName(names.variable(inferred.name())));
    list.put("namespace", namespace);
    ArrayNode symbols = list.putArray("symbols");
    names.symbols(inferred.name()).values().forEach(symbols::add);
    symbols.add("UNRECOGNISED");
    list.put("default", "UNRECOGNISED");
    if (inferred.column().ordered()) {
      field.put("ordered", true);
    }
    addLabels(inferred, field);
  }

  private void addLabels(InferredColumn inferred, ObjectNode field) {
    ObjectNode labels = JSON.objectNode();
    names
        .symbols(inferred.name())
        .forEach(
            (level, symbol) -> {
              if (!level.equals(symbol)) {
                labels.put(symbol, level);
              }
            });
    if (!labels.isEmpty()) {
      field.set("labels", labels);
    }
  }

  private static Domain domain(Column column, boolean outcome) {
    if (outcome || column.is(ColumnRole.AFTER_OUTCOME)) {
      return Domain.OUTCOME;
    }
    return column.is(ColumnRole.QUASI_IDENTIFIER) ? Domain.DEMOGRAPHICS : Domain.PREOPERATIVE;
  }

  private static void addRoles(Column column, boolean outcome, ArrayNode roles) {
    boolean age = column.isNumber() && column.is(ColumnRole.SUBGROUP);
    addIf(age, Role.AGE, roles);
    addIf(column.is(ColumnRole.QUASI_IDENTIFIER), Role.QUASI_IDENTIFIER, roles);
    addIf(column.is(ColumnRole.PREDICTOR), Role.PREDICTOR, roles);
    addIf(outcome || column.is(ColumnRole.AFTER_OUTCOME), Role.OUTCOME, roles);
    addIf(outcome, Role.PRIMARY_OUTCOME, roles);
    addIf(column.is(ColumnRole.SECRET), Role.SECRET, roles);
  }

  private static void addIf(boolean holds, Role role, ArrayNode roles) {
    if (holds) {
      roles.add(role.word());
    }
  }
}
