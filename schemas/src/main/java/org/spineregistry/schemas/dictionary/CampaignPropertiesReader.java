package org.spineregistry.schemas.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the record itself says: rules, windows and the format of its CSV files. */
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

  CsvFormat csv(List<HeaderField> header) {
    Set<String> headerNames = new HashSet<>();
    header.forEach(field -> headerNames.add(field.name()));
    Set<String> missing = new HashSet<>(Set.of(""));
    Set<String> ignore = new HashSet<>();
    Map<String, CsvFormat.HeaderSource> sources = new HashMap<>();
    SchemaProperties csv =
        properties
            .child("csv")
            .orElseGet(() -> new SchemaProperties("csv", Map.of(), new ArrayList<>()));
    csv.closed(Set.of("missing", "ignore", "emptySet", "header"));
    missing.addAll(csv.texts("missing"));
    ignore.addAll(csv.texts("ignore"));
    csv.namedChildren("header")
        .forEach(
            (name, entry) -> {
              if (!headerNames.contains(name)) {
                entry.problem("the header has no such field");
              }
              sources.put(name, source(entry));
            });
    return new CsvFormat(missing, ignore, csv.text("emptySet").orElse("NONE"), sources);
  }

  private static CsvFormat.HeaderSource source(SchemaProperties entry) {
    entry.closed(Set.of("column", "constant", "values", "reason"));
    if (entry.has("column") == entry.has("constant")) {
      entry.problem("either a column or a constant");
    }
    return new CsvFormat.HeaderSource(
        entry.text("column"),
        entry.raw("constant").map(String::valueOf),
        entry.textMap("values"),
        entry.text("reason"));
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
