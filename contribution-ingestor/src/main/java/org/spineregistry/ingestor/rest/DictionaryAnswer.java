package org.spineregistry.ingestor.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.spineregistry.schemas.dictionary.CaseRule;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.HeaderField;
import org.spineregistry.schemas.dictionary.Kind;
import org.spineregistry.schemas.dictionary.Variable;

/**
 * The data dictionary of a campaign as JSON.
 *
 * @param record full name of the Avro record
 * @param fingerprint changes when anything in the dictionary does
 * @param missingReasons what may stand in {@code missing}
 */
record DictionaryAnswer(
    String campaignId,
    String title,
    String description,
    String record,
    String fingerprint,
    List<Field> header,
    List<Field> variables,
    List<String> missingReasons,
    List<Window> windows,
    List<Rule> rules) {

  /**
   * @param kind integer, number, boolean, text, choice or choices
   */
  @JsonInclude(Include.NON_EMPTY)
  record Field(
      String name,
      String kind,
      boolean required,
      String unit,
      Number min,
      Number max,
      Integer decimals,
      List<String> values,
      String pattern,
      String window,
      String description) {}

  record Window(String name, List<String> filledBy) {}

  record Rule(String code, String level, String message, String expression) {}

  static DictionaryAnswer of(DataDictionary dictionary) {
    return new DictionaryAnswer(
        dictionary.campaignId(),
        dictionary.title(),
        dictionary.doc(),
        dictionary.recordName(),
        dictionary.fingerprint(),
        dictionary.header().stream().map(DictionaryAnswer::field).toList(),
        dictionary.variables().stream().map(DictionaryAnswer::field).toList(),
        dictionary.missingReasons(),
        dictionary.windows().stream()
            .map(window -> new Window(window.name(), window.filledBy()))
            .toList(),
        dictionary.rules().stream().map(DictionaryAnswer::rule).toList());
  }

  private static Field field(HeaderField field) {
    return new Field(
        field.name(),
        word(field.kind()),
        !field.nullable(),
        null,
        field.min().isPresent() ? field.min().getAsInt() : null,
        null,
        null,
        field.symbols(),
        field.pattern().map(Pattern::pattern).orElse(null),
        null,
        field.doc());
  }

  private static Field field(Variable variable) {
    return new Field(
        variable.name(),
        word(variable.kind()),
        variable.required(),
        variable.unit().orElse(null),
        variable.range().map(range -> number(variable, range.min())).orElse(null),
        variable.range().map(range -> number(variable, range.max())).orElse(null),
        variable.decimals() == 0 ? null : variable.decimals(),
        variable.symbols(),
        null,
        variable.window().orElse(null),
        variable.doc());
  }

  private static Number number(Variable variable, double bound) {
    return variable.kind() == Kind.INTEGER ? (Number) Math.round(bound) : (Number) bound;
  }

  private static Rule rule(CaseRule rule) {
    return new Rule(rule.code(), rule.level().name(), rule.message(), rule.expression());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
