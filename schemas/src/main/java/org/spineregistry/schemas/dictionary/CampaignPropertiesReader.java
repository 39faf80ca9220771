package org.spineregistry.schemas.dictionary;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what the record itself says: rules, windows, analyses. */
final class CampaignPropertiesReader {

  private final SchemaProperties properties;
  private final Set<String> variables;

  CampaignPropertiesReader(SchemaProperties properties, Set<String> variables) {
    this.properties = properties;
    this.variables = variables;
  }

  List<CaseRule> rules() {
    List<CaseRule> rules = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (SchemaProperties entry : properties.children("rules")) {
      CaseRule rule = rule(entry);
      if (!seen.add(rule.code() + " " + rule.expression())) {
        entry.problem("the rule " + rule.code() + " stands twice");
      }
      rules.add(rule);
    }
    return rules;
  }

  private CaseRule rule(SchemaProperties entry) {
    entry.closed(Set.of("code", "level", "message", "expression", "needs"));
    String code = entry.requiredText("code");
    if (!VariableChecks.CODE.matcher(code).matches()) {
      entry.problem("a code is capitals, digits and underscores");
    }
    String level = entry.requiredText("level");
    if (!level.equals("REJECT") && !level.equals("QUERY")) {
      entry.problem("level must be REJECT or QUERY");
    }
    return new CaseRule(
        code,
        level.equals("QUERY") ? Level.QUERY : Level.REJECT,
        entry.requiredText("message"),
        entry.requiredText("expression"),
        variables(entry, "needs"));
  }

  List<FollowUpWindow> windows() {
    List<FollowUpWindow> windows = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (SchemaProperties entry : properties.children("windows")) {
      entry.closed(Set.of("name", "filledBy", "fromDay", "toDay", "targetDay"));
      List<String> filledBy = variables(entry, "filledBy");
      if (filledBy.isEmpty()) {
        entry.problem("filledBy names no variable");
      }
      String name = entry.requiredText("name");
      if (!names.add(name)) {
        entry.problem("the window " + name + " stands twice");
      }
      windows.add(
          new FollowUpWindow(
              name,
              filledBy,
              entry.integer("fromDay"),
              entry.integer("toDay"),
              entry.integer("targetDay")));
    }
    return windows;
  }

  List<DeclaredRegression> regressions() {
    List<DeclaredRegression> regressions = new ArrayList<>();
    for (SchemaProperties entry : properties.children("regressions")) {
      entry.closed(Set.of("target", "predictors"));
      List<String> predictors = variables(entry, "predictors");
      if (predictors.isEmpty()) {
        entry.problem("predictors names no variable");
      }
      regressions.add(new DeclaredRegression(entry.requiredText("target"), predictors));
    }
    return regressions;
  }

  List<DeclaredTimeToEvent> timeToEvent() {
    List<DeclaredTimeToEvent> pairs = new ArrayList<>();
    for (SchemaProperties entry : properties.children("timeToEvent")) {
      entry.closed(Set.of("time", "status", "events"));
      List<String> events = entry.texts("events");
      if (events.isEmpty()) {
        entry.problem("events names no value");
      }
      pairs.add(
          new DeclaredTimeToEvent(
              entry.requiredText("time"), entry.requiredText("status"), events));
    }
    return pairs;
  }

  private List<String> variables(SchemaProperties entry, String key) {
    List<String> names = entry.texts(key);
    for (String name : names) {
      if (!variables.contains(name)) {
        entry.problem(key + " names '" + name + "', which is no variable");
      }
    }
    return names;
  }
}
