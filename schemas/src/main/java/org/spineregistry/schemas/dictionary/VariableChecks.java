package org.spineregistry.schemas.dictionary;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What must hold between the properties of one variable. */
final class VariableChecks {

  static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{2,60}");
  private static final Pattern NAME = Pattern.compile("[a-z][A-Za-z0-9]*");

  private final Variable variable;
  private final SchemaProperties properties;

  VariableChecks(Variable variable, SchemaProperties properties) {
    this.variable = variable;
    this.properties = properties;
  }

  void run() {
    if (!NAME.matcher(variable.name()).matches()) {
      properties.problem("a name is letters and digits and starts with a small letter");
    }
    if (variable.ordered() && variable.kind() != Kind.CHOICE) {
      properties.problem("only an enum can be ordered");
    }
    variable.range().ifPresent(this::checkRange);
    checkCuts();
    variable.constant().ifPresent(this::checkConstant);
    variable.derivation().ifPresent(derivation -> checkCode(derivation.code()));
    checkLabels();
  }

  private void checkRange(Range range) {
    if (range.min() > range.max()) {
      properties.problem("min is greater than max");
    }
    for (RangeCode code : range.codes()) {
      checkCode(code.code());
      if (code.above().isEmpty() && code.below().isEmpty()) {
        properties.problem("a range code needs above or below");
      }
      if (code.covers(range.min()) || code.covers(range.max())) {
        properties.problem("the range code " + code.code() + " covers values inside the range");
      }
    }
  }

  private void checkCuts() {
    List<Double> cuts = variable.cuts();
    boolean coarsened = variable.isNumeric() && variable.has(Role.QUASI_IDENTIFIER);
    if (!cuts.isEmpty() && !coarsened) {
      properties.problem("only a number that is a quasi-identifier has cuts");
    }
    for (int i = 1; i < cuts.size(); i++) {
      if (cuts.get(i) <= cuts.get(i - 1)) {
        properties.problem("cuts must rise");
      }
    }
    if (coarsened && !cuts.stream().allMatch(this::startsBand)) {
      properties.problem("a cut must be above min and not above max, or its band is empty");
    }
  }

  private boolean startsBand(double cut) {
    return variable.range().stream().allMatch(range -> range.contains(cut) && cut > range.min());
  }

  private void checkCode(String code) {
    if (!CODE.matcher(code).matches()) {
      properties.problem("a code is capitals, digits and underscores");
    }
  }

  private void checkConstant(Object constant) {
    boolean valid =
        switch (variable.kind()) {
          case INTEGER -> constant instanceof Long number && inRange(number);
          case NUMBER -> constant instanceof Double number && inRange(number);
          case BOOLEAN -> constant instanceof Boolean;
          case CHOICE -> constant instanceof String symbol && variable.symbols().contains(symbol);
          case CHOICES, TEXT -> false;
        };
    if (!valid) {
      properties.problem("the constant is no value of the variable");
    }
  }

  private boolean inRange(double number) {
    return variable.range().stream().allMatch(range -> range.contains(number));
  }

  private void checkLabels() {
    Set<String> labelled =
        variable.kind() == Kind.BOOLEAN
            ? Set.of("true", "false")
            : new HashSet<>(variable.symbols());
    if (!labelled.containsAll(variable.labels().keySet())) {
      properties.problem("labels name a symbol that the variable does not have");
    }
    if (new HashSet<>(variable.labels().values()).size() < variable.labels().size()) {
      properties.problem("two labels have the same text");
    }
  }
}
