package org.spineregistry.schemas.dictionary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * What a campaign collects, read from the Avro schema of its case record. Immutable.
 *
 * <p>The order of the variables is the order of the schema and of the columns of every dataset.
 */
public final class DataDictionary {

  /** Name of the first field of every case record. */
  public static final String HEADER = "header";

  /** Name of the last field of every case record: variable to reason for its null. */
  public static final String MISSING = "missing";

  private final String campaignId;
  private final String title;
  private final String doc;
  private final List<HeaderField> header;
  private final List<Variable> variables;
  private final Map<String, Variable> byName;
  private final List<String> missingReasons;
  private final List<CaseRule> rules;
  private final List<FollowUpWindow> windows;
  private final List<DeclaredRegression> regressions;
  private final List<DeclaredTimeToEvent> timeToEvent;
  private final String primaryOutcome;
  private final CsvFormat csv;
  private final Schema schema;
  private final String fingerprint;

  DataDictionary(
      String campaignId,
      String title,
      String doc,
      List<HeaderField> header,
      List<Variable> variables,
      List<String> missingReasons,
      List<CaseRule> rules,
      List<FollowUpWindow> windows,
      List<DeclaredRegression> regressions,
      List<DeclaredTimeToEvent> timeToEvent,
      String primaryOutcome,
      CsvFormat csv,
      Schema schema) {
    this.campaignId = campaignId;
    this.title = title;
    this.doc = doc;
    this.header = List.copyOf(header);
    this.variables = List.copyOf(variables);
    this.missingReasons = List.copyOf(missingReasons);
    this.rules = List.copyOf(rules);
    this.windows = List.copyOf(windows);
    this.regressions = List.copyOf(regressions);
    this.timeToEvent = List.copyOf(timeToEvent);
    this.primaryOutcome = primaryOutcome;
    this.csv = csv;
    this.schema = schema;
    this.fingerprint = Fingerprint.of(schema);
    Map<String, Variable> names = new HashMap<>();
    variables.forEach(variable -> names.put(variable.name(), variable));
    this.byName = Map.copyOf(names);
  }

  /**
   * Reads the dictionary of a campaign.
   *
   * @throws InvalidDictionaryException with every problem of the schema
   */
  public static DataDictionary of(Schema schema) {
    return new DictionaryReader(schema).read();
  }

  public String campaignId() {
    return campaignId;
  }

  /** Full name of the record, such as {@code org.spineregistry.campaign.SacroiliacFusionCase}. */
  public String recordName() {
    return schema.getFullName();
  }

  public String title() {
    return title;
  }

  public String doc() {
    return doc;
  }

  /** The fields of the header, in the order of the schema. */
  public List<HeaderField> header() {
    return header;
  }

  /** The variables, without header and missing, in the order of the schema. */
  public List<Variable> variables() {
    return variables;
  }

  public Optional<Variable> variable(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The variables with a role, in the order of the schema. */
  public List<Variable> variables(Role role) {
    return variables.stream().filter(variable -> variable.has(role)).toList();
  }

  /** The reasons that a null may have. */
  public List<String> missingReasons() {
    return missingReasons;
  }

  public List<CaseRule> rules() {
    return rules;
  }

  public List<FollowUpWindow> windows() {
    return windows;
  }

  /** The windows that a case fills, in the order of the schema. */
  public List<String> windowsFilled(Set<String> variablesWithValue) {
    return windows.stream()
        .filter(window -> variablesWithValue.containsAll(window.filledBy()))
        .map(FollowUpWindow::name)
        .toList();
  }

  /** The analyses whose results a synthetic release must keep. */
  public List<DeclaredRegression> regressions() {
    return regressions;
  }

  /** The pairs of variables that are a time and what ended it. */
  public List<DeclaredTimeToEvent> timeToEvent() {
    return timeToEvent;
  }

  public Variable primaryOutcome() {
    return byName.get(primaryOutcome);
  }

  String primaryOutcomeName() {
    return primaryOutcome;
  }

  public CsvFormat csv() {
    return csv;
  }

  /** The schema itself. Avro schemas are mutable in places: read it, never change it. */
  public Schema schema() {
    return schema;
  }

  /**
   * SHA-256, in hexadecimal, of all that the schema says, docs, bounds and rules included; the
   * order of members and white space do not count. See {@code Fingerprint}.
   */
  public String fingerprint() {
    return fingerprint;
  }

  @Override
  public String toString() {
    return campaignId + " (" + recordName() + ", " + variables.size() + " variables)";
  }
}
