package org.spineregistry.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.infer.Inferred;
import org.spineregistry.synthesis.infer.InferredColumn;
import org.spineregistry.synthesis.table.Column;
import org.spineregistry.synthesis.table.ColumnRole;

/**
 * Writes an inferred schema as the Avro schema of a campaign, which {@link DataDictionary} accepts
 * and by which {@link CampaignCsv} reads the very file that it was inferred from. Its docs say what
 * was inferred and what to check.
 */
public final class SchemaDraft {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PACKAGE = "org.spineregistry.campaign";

  /** Property of a schema whose ranges and levels are those of one file. */
  public static final String PROPOSED = "x-proposed-from-data";

  private static final double MOST_MISSING = 0.5;

  private final Inferred inferred;
  private final String campaignId;
  private final DraftNames names;
  private final DraftFields fields;

  private SchemaDraft(Inferred inferred, String campaignId) {
    this.inferred = inferred;
    this.campaignId = campaignId;
    this.names = new DraftNames(inferred.variables());
    this.fields = new DraftFields(names, PACKAGE + "." + campaignId.replace("-", ""));
  }

  /**
   * The schema as JSON.
   *
   * @param campaignId small letters, digits and hyphens, 3 to 41 characters
   * @param title of the campaign, for people
   * @throws IllegalArgumentException if no column of the file is a variable
   */
  public static String of(Inferred inferred, String campaignId, String title) {
    if (inferred.variables().isEmpty()) {
      throw new IllegalArgumentException("No column of the file is a variable");
    }
    try {
      ObjectNode draft = new SchemaDraft(inferred, campaignId).record(title);
      return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(draft) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of texts and numbers is JSON", e);
    }
  }

  private ObjectNode record(String title) {
    ObjectNode record = JSON.createObjectNode();
    record.put("type", "record");
    record.put("name", DraftNames.typeName(campaignId) + "Case");
    record.put("namespace", PACKAGE);
    record.put(
        "doc",
        "Proposed from a file, to be checked by somebody who knows it: docs, units, bounds, domains"
            + " and roles, the order of levels; then write the rules.");
    record.put("campaignId", campaignId);
    record.put("title", title);
    record.put("primaryOutcome", names.variable(primaryOutcome().name()));
    if (!inferred.contract().timeToEvent().isEmpty()) {
      record.set("timeToEvent", timeToEvent());
    }
    record.set("csv", csv());
    record.put(PROPOSED, true);
    ObjectNode refused = record.putObject("x-refused");
    inferred.refused().forEach(column -> refused.put(column.name(), column.notes().get(0)));
    addFields(record.putArray("fields"));
    return record;
  }

  /**
   * The target, or else the last number that is seldom missing, or else the last variable: every
   * campaign needs one.
   */
  private InferredColumn primaryOutcome() {
    List<InferredColumn> variables = inferred.variables();
    InferredColumn last = variables.get(variables.size() - 1);
    for (InferredColumn variable : variables) {
      if (variable.column().is(ColumnRole.PRIMARY_OUTCOME)) {
        return variable;
      }
      last = isOutcome(variable) ? variable : last;
    }
    return last;
  }

  private static boolean isOutcome(InferredColumn variable) {
    Column column = variable.column();
    boolean constant = column.isNumber() && column.minimum().equals(column.maximum());
    return column.isNumber() && !constant && variable.missing() < MOST_MISSING;
  }

  private ArrayNode timeToEvent() {
    ArrayNode pairs = JSON.createArrayNode();
    for (TimeToEvent pair : inferred.contract().timeToEvent()) {
      ObjectNode node = pairs.addObject();
      node.put("time", names.variable(pair.time()));
      node.put("status", names.variable(pair.status()));
      ArrayNode events = node.putArray("events");
      pair.events().stream()
          .sorted()
          .forEach(event -> events.add(names.value(pair.status(), event)));
    }
    return pairs;
  }

  private ObjectNode csv() {
    ObjectNode csv = JSON.createObjectNode();
    ArrayNode missing = csv.putArray("missing");
    inferred.missing().stream().sorted().forEach(missing::add);
    ArrayNode ignore = csv.putArray("ignore");
    inferred.refused().stream()
        .map(InferredColumn::name)
        .filter(name -> !inferred.caseId().equals(Optional.of(name)))
        .filter(name -> !inferred.site().equals(Optional.of(name)))
        .forEach(ignore::add);
    ObjectNode columns = csv.putObject("columns");
    ArrayNode round = csv.putArray("round");
    for (InferredColumn column : inferred.variables()) {
      String variable = names.variable(column.name());
      if (!variable.equals(column.name())) {
        columns.put(variable, column.name());
      }
      if (column.rounded() && DraftFields.isDouble(column)) {
        round.add(variable);
      }
    }
    ObjectNode header = csv.putObject("header");
    addSource(header, "caseId", inferred.caseId(), "Intake needs a random id instead.");
    addSource(header, "siteId", inferred.site(), "Intake needs a pseudonym for each hospital.");
    return csv;
  }

  private static void addSource(
      ObjectNode header, String field, Optional<String> column, String reason) {
    column.ifPresent(name -> header.putObject(field).put("column", name).put("reason", reason));
  }

  private void addFields(ArrayNode array) {
    array
        .addObject()
        .put("name", DataDictionary.HEADER)
        .put("type", PACKAGE + ".CaseHeader")
        .put("doc", "Who sent which revision of which case, without any identifier of a person.");
    String outcome = primaryOutcome().name();
    for (InferredColumn column : inferred.variables()) {
      array.add(fields.field(column, inferred.contract().cuts(), column.name().equals(outcome)));
    }
    ObjectNode missing = array.addObject().put("name", DataDictionary.MISSING);
    missing.putObject("type").put("type", "map").put("values", PACKAGE + ".MissingReason");
    missing.putObject("default");
    missing.put("doc", "Why a variable is null, by its name.");
  }
}
