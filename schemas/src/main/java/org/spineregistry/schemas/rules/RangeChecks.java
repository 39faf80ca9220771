package org.spineregistry.schemas.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.schemas.dictionary.CaseCandidate;
import org.spineregistry.schemas.dictionary.Codes;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Kind;
import org.spineregistry.schemas.dictionary.Range;
import org.spineregistry.schemas.dictionary.RangeCode;
import org.spineregistry.schemas.dictionary.Role;
import org.spineregistry.schemas.dictionary.Stage;
import org.spineregistry.schemas.dictionary.Variable;

/** Bounds, decimals, required values, and values beside a reason for their absence. */
final class RangeChecks {

  private static final String MISSING_HINT =
      "a code is no value: for a missing value send null, and its reason in missing";

  private RangeChecks() {}

  static List<Finding> check(CaseCandidate candidate) {
    List<Finding> findings = new ArrayList<>();
    Set<String> misshapen = candidate.misshapen();
    for (Variable variable : candidate.dictionary().variables()) {
      String name = variable.name();
      Object value = candidate.values().get(name);
      boolean given = value != null || misshapen.contains(name);
      if (value instanceof Number number) {
        checkNumber(variable, number.doubleValue(), findings);
      }
      if (!given && variable.required()) {
        findings.add(finding(variable, Codes.REQUIRED, "Must have a value.", ""));
      }
      if (given && candidate.missing().containsKey(name)) {
        findings.add(
            finding(
                variable,
                Codes.VALUE_AND_REASON,
                "A value and a reason for its absence exclude each other.",
                ""));
      }
    }
    return findings;
  }

  private static void checkNumber(Variable variable, double value, List<Finding> findings) {
    Range range = variable.range().orElseThrow();
    if (!range.contains(value)) {
      findings.add(outside(variable, range, value));
    }
    if (variable.kind() == Kind.NUMBER && !hasDecimals(value, variable.decimals())) {
      String plural = variable.decimals() == 1 ? " decimal." : " decimals.";
      String rule = "Must have at most " + variable.decimals() + plural;
      findings.add(finding(variable, Codes.TOO_MANY_DECIMALS, rule, ""));
    }
  }

  private static Finding outside(Variable variable, Range range, double value) {
    String unit = variable.unit().map(text -> " (" + text + ")").orElse("");
    String rule = "Must be from " + range.text() + unit + ".";
    Optional<RangeCode> own = range.codeFor(value);
    Stage stage = variable.has(Role.AGE) ? Stage.AGE : Stage.RANGES;
    return Finding.reject(
        stage,
        own.map(RangeCode::code).orElse(Codes.OUT_OF_RANGE),
        variable.name(),
        rule,
        own.flatMap(RangeCode::hint).orElse(MISSING_HINT));
  }

  /** Whether the double is the nearest one to a number with so many decimals. */
  static boolean hasDecimals(double value, int decimals) {
    double power = Math.pow(10, decimals);
    return Math.rint(value * power) / power == value;
  }

  private static Finding finding(Variable variable, String code, String rule, String hint) {
    return Finding.reject(Stage.RANGES, code, variable.name(), rule, hint);
  }
}
