package org.spineregistry.schemas.dictionary;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** Reads a variable from its field of the record schema. */
final class VariableReader {

  private static final Set<String> KNOWN =
      Set.of(
          "unit",
          "min",
          "max",
          "decimals",
          "cuts",
          "ordered",
          "domain",
          "role",
          "window",
          "required",
          "constant",
          "derived",
          "missingExpected",
          "labels",
          "rangeCodes");

  /** Decimals beyond this are not exact in a double of clinical size. */
  private static final int MOST_DECIMALS = 12;

  private final Schema.Field field;
  private final SchemaProperties properties;
  private final List<String> problems;

  VariableReader(Schema.Field field, List<String> problems) {
    String place = "field " + field.name();
    this.field = field;
    this.problems = problems;
    this.properties = new SchemaProperties(place, field.getObjectProps(), problems).closed(KNOWN);
  }

  Variable read(int position) {
    Schema type = valueType();
    Kind kind = kind(type);
    List<String> symbols = symbols(kind, type);
    Variable variable =
        new Variable(
            field.name(),
            position,
            kind,
            symbols,
            properties.flag("ordered"),
            properties.text("unit"),
            range(kind, type),
            decimals(kind),
            properties.numbers("cuts"),
            properties.flag("required"),
            roles(),
            properties.text("window"),
            domain(),
            properties.textMap("labels"),
            constant(kind),
            derivation(),
            missingExpected(),
            doc());
    new VariableChecks(variable, properties).run();
    return variable;
  }

  private Schema valueType() {
    Schema union = field.schema();
    boolean nullable =
        union.getType() == Schema.Type.UNION
            && union.getTypes().size() == 2
            && union.getTypes().get(0).getType() == Schema.Type.NULL;
    if (!nullable || field.defaultVal() != JsonProperties.NULL_VALUE) {
      properties.problem("the type must be [\"null\", T] with the default null");
    }
    return nullable ? union.getTypes().get(1) : union;
  }

  private Kind kind(Schema type) {
    return switch (type.getType()) {
      case INT, LONG -> Kind.INTEGER;
      case DOUBLE -> Kind.NUMBER;
      case BOOLEAN -> Kind.BOOLEAN;
      case ENUM -> Kind.CHOICE;
      case ARRAY -> Kind.CHOICES;
      default -> {
        properties.problem(
            "a variable is an int, long, double, boolean, enum or array of enum; text is impossible");
        yield Kind.BOOLEAN;
      }
    };
  }

  private List<String> symbols(Kind kind, Schema type) {
    Schema list = kind == Kind.CHOICES ? type.getElementType() : type;
    if (list.getType() == Schema.Type.ENUM) {
      return EnumSymbols.of(list, "field " + field.name(), problems);
    }
    if (kind == Kind.CHOICES) {
      properties.problem("an array holds an enum and nothing else");
    }
    return List.of();
  }

  private Optional<Range> range(Kind kind, Schema type) {
    OptionalDouble min = properties.number("min");
    OptionalDouble max = properties.number("max");
    boolean numeric = kind == Kind.INTEGER || kind == Kind.NUMBER;
    if (!numeric && (properties.has("min") || properties.has("max"))) {
      properties.problem("only a number has min and max");
    }
    if (numeric && (min.isEmpty() || max.isEmpty())) {
      properties.problem("a number needs min and max");
    }
    if (!numeric || min.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    if (type.getType() == Schema.Type.INT
        && ((int) min.getAsDouble() != min.getAsDouble()
            || (int) max.getAsDouble() != max.getAsDouble())) {
      properties.problem("the bounds of an int are ints");
    }
    List<RangeCode> codes =
        properties.children("rangeCodes").stream().map(VariableReader::rangeCode).toList();
    return Optional.of(new Range(min.getAsDouble(), max.getAsDouble(), codes));
  }

  private static RangeCode rangeCode(SchemaProperties code) {
    code.closed(Set.of("code", "above", "upTo", "below", "downTo", "hint"));
    return new RangeCode(
        code.requiredText("code"),
        code.number("above"),
        code.number("upTo"),
        code.number("below"),
        code.number("downTo"),
        code.text("hint"));
  }

  private int decimals(Kind kind) {
    int decimals = properties.integer("decimals").orElse(-1);
    boolean valid =
        kind == Kind.NUMBER ? decimals >= 0 && decimals <= MOST_DECIMALS : decimals == -1;
    if (!valid) {
      properties.problem("a double, and nothing else, has decimals from 0 to " + MOST_DECIMALS);
    }
    return Math.max(0, decimals);
  }

  private Set<Role> roles() {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String word : properties.texts("role")) {
      Role.of(word)
          .ifPresentOrElse(roles::add, () -> properties.problem("unknown role '" + word + "'"));
    }
    return roles;
  }

  private Domain domain() {
    String word = properties.requiredText("domain");
    return Domain.of(word)
        .orElseGet(
            () -> {
              properties.problem("unknown domain '" + word + "'");
              return Domain.OUTCOME;
            });
  }

  /** The constant as a value of the kind; a value of another type stays and fails its check. */
  private Optional<Object> constant(Kind kind) {
    return properties
        .raw("constant")
        .map(
            raw -> {
              if (raw instanceof Number number && kind == Kind.INTEGER) {
                return number.longValue();
              }
              if (raw instanceof Number number && kind == Kind.NUMBER) {
                return number.doubleValue();
              }
              return raw;
            });
  }

  private Optional<Derivation> derivation() {
    return properties
        .child("derived")
        .map(
            derived -> {
              derived.closed(Set.of("expression", "when", "code"));
              return new Derivation(
                  derived.requiredText("expression"),
                  derived.text("when"),
                  derived.text("code").orElse(Codes.DERIVED_MISMATCH));
            });
  }

  private double missingExpected() {
    double share = properties.number("missingExpected").orElse(0);
    if (share < 0 || share > 1) {
      properties.problem("missingExpected must be from 0 to 1");
    }
    return share;
  }

  private String doc() {
    if (field.doc() == null || field.doc().isBlank()) {
      properties.problem("doc is absent");
    }
    return field.doc() == null ? "" : field.doc();
  }
}
