package org.spineregistry.schemas.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/** Reads a data dictionary from a record schema; collects every problem before it fails. */
final class DictionaryReader {

  private static final Pattern CAMPAIGN_ID = Pattern.compile("[a-z][a-z0-9-]{2,40}");
  private static final Set<String> KNOWN =
      Set.of(
          "campaignId",
          "title",
          "primaryOutcome",
          "windows",
          "rules",
          "regressions",
          "timeToEvent",
          "csv");

  private final Schema schema;
  private final List<String> problems = new ArrayList<>();

  DictionaryReader(Schema schema) {
    this.schema = schema;
  }

  DataDictionary read() {
    if (schema.getType() != Schema.Type.RECORD) {
      throw new InvalidDictionaryException(
          schema.getFullName(), List.of("a campaign is a record schema"));
    }
    SchemaProperties properties =
        new SchemaProperties("record", schema.getObjectProps(), problems).closed(KNOWN);
    List<HeaderField> header = header();
    List<String> reasons = missingReasons();
    List<Variable> variables = variables();
    Set<String> names = new LinkedHashSet<>();
    variables.forEach(variable -> names.add(variable.name()));
    CampaignPropertiesReader campaign = new CampaignPropertiesReader(properties, names);
    String doc = schema.getDoc() == null ? "" : schema.getDoc();
    DataDictionary dictionary =
        new DataDictionary(
            campaignId(properties),
            properties.requiredText("title"),
            doc,
            header,
            variables,
            reasons,
            campaign.rules(),
            campaign.windows(),
            campaign.regressions(),
            campaign.timeToEvent(),
            properties.requiredText("primaryOutcome"),
            new CsvPropertiesReader(properties, names, header).read(),
            schema);
    new DictionaryChecks(dictionary, problems).run();
    new AnalysisChecks(dictionary, problems).run();
    if (!problems.isEmpty()) {
      throw new InvalidDictionaryException(schema.getFullName(), problems);
    }
    return dictionary;
  }

  private String campaignId(SchemaProperties properties) {
    String id = properties.requiredText("campaignId");
    if (!CAMPAIGN_ID.matcher(id).matches()) {
      properties.problem("campaignId is small letters, digits and hyphens, 3 to 41 characters");
    }
    return id;
  }

  private List<HeaderField> header() {
    List<Schema.Field> fields = schema.getFields();
    if (fields.isEmpty() || !fields.get(0).name().equals(DataDictionary.HEADER)) {
      problems.add("record: the first field must be header");
      return List.of();
    }
    return new HeaderReader(problems).read(fields.get(0).schema());
  }

  private List<String> missingReasons() {
    Schema.Field last = schema.getField(DataDictionary.MISSING);
    boolean valid =
        last != null
            && last.pos() == schema.getFields().size() - 1
            && last.schema().getType() == Schema.Type.MAP
            && last.schema().getValueType().getType() == Schema.Type.ENUM
            && Map.of().equals(last.defaultVal());
    if (!valid) {
      problems.add("record: the last field must be missing, a map of an enum, by default empty");
      return List.of();
    }
    return EnumSymbols.of(last.schema().getValueType(), "field missing", problems);
  }

  private List<Variable> variables() {
    List<Variable> variables = new ArrayList<>();
    for (Schema.Field field : schema.getFields()) {
      if (!Set.of(DataDictionary.HEADER, DataDictionary.MISSING).contains(field.name())) {
        variables.add(new VariableReader(field, problems).read(variables.size()));
      }
    }
    return variables;
  }
}
