package org.spineregistry.schemas.dictionary;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must hold of the analyses that a record declares. */
final class AnalysisChecks {

  private final DataDictionary dictionary;
  private final List<String> problems;

  AnalysisChecks(DataDictionary dictionary, List<String> problems) {
    this.dictionary = dictionary;
    this.problems = problems;
  }

  void run() {
    int number = 0;
    for (DeclaredRegression regression : dictionary.regressions()) {
      checkRegression("record.regressions[" + ++number + "]: ", regression);
    }
    number = 0;
    Set<String> used = new HashSet<>();
    for (DeclaredTimeToEvent pair : dictionary.timeToEvent()) {
      String place = "record.timeToEvent[" + ++number + "]: ";
      checkPair(place, pair);
      if (!used.add(pair.time()) || !used.add(pair.status())) {
        problems.add(place + "a variable stands in two pairs");
      }
    }
  }

  private void checkRegression(String place, DeclaredRegression regression) {
    if (dictionary.variable(regression.target()).filter(Variable::isNumeric).isEmpty()) {
      problems.add(place + "target must be a number of the campaign");
    }
    Set<String> seen = new HashSet<>(Set.of(regression.target()));
    for (String name : regression.predictors()) {
      Optional<Variable> predictor = dictionary.variable(name);
      if (predictor.filter(variable -> variable.kind() == Kind.CHOICES).isPresent()) {
        problems.add(place + "the set " + name + " is no predictor");
      }
      if (predictor.isPresent() && !seen.add(name)) {
        problems.add(place + name + " stands twice");
      }
    }
  }

  private void checkPair(String place, DeclaredTimeToEvent pair) {
    Optional<Range> time = dictionary.variable(pair.time()).flatMap(Variable::range);
    if (time.filter(range -> range.min() >= 0).isEmpty()) {
      problems.add(place + "time must be a number of the campaign that is never negative");
    }
    Optional<Variable> status = dictionary.variable(pair.status());
    if (status.isEmpty()) {
      problems.add(place + "status must be a variable of the campaign");
    }
    for (String event : pair.events()) {
      if (status.isPresent() && !isValue(status.get(), event)) {
        problems.add(place + "'" + event + "' is no value of " + pair.status());
      }
    }
  }

  private static boolean isValue(Variable status, String event) {
    return switch (status.kind()) {
      case BOOLEAN -> event.equals("true") || event.equals("false");
      case CHOICE -> status.symbols().contains(event);
      case INTEGER ->
          event.matches("0|-?[1-9]\\d{0,8}")
              && status.range().filter(r -> r.contains(Integer.parseInt(event))).isPresent();
      case NUMBER, CHOICES, TEXT -> false;
    };
  }
}
