package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class InvalidSchemaTest {

  @Test
  void listsEveryProblemOfASchemaAtOnceWithItsPlace() {
    Schema schema = new Schema.Parser().parse(Cases.text("broken/EverythingWrong.avsc"));

    InvalidDictionaryException invalid =
        catchThrowableOfType(InvalidDictionaryException.class, () -> DataDictionary.of(schema));

    assertThat(invalid.problems())
        .containsExactlyInAnyOrder(
            "record: unknown property 'titel'",
            "record: campaignId is small letters, digits and hyphens, 3 to 41 characters",
            "record: title is absent",
            "record: primaryOutcome and the role primary-outcome must name the same one variable",
            "field header: the type must be org.spineregistry.campaign.CaseHeader",
            "record: the last field must be missing, a map of an enum, by default empty",
            "record.windows[1]: filledBy names 'nobody', which is no variable",
            "record.windows[2]: filledBy names no variable",
            "record.windows[2]: the window 6m stands twice",
            "record.csv: missing must be a list of texts",
            "record.csv.header.wardId: the header has no such field",
            "record.csv.header.siteId: the header has no such field",
            "record.csv.header.siteId: either a column or a constant",
            "record.csv: columns names 'nobody', which is no variable",
            "record.csv: two fields are read from the column 'ward'",
            "record.csv: two fields are read from the column 'age'",
            "record.csv: round names 'nobody', which is no variable",
            "field count: only a double is rounded when a CSV file is read",
            "record.regressions[1]: unknown property 'method'",
            "record.regressions[1]: predictors names 'nobody', which is no variable",
            "record.regressions[1]: target must be a number of the campaign",
            "record.regressions[1]: the set levels is no predictor",
            "record.regressions[1]: age stands twice",
            "record.regressions[2]: predictors names no variable",
            "record.regressions[3]: target is absent",
            "record.regressions[3]: target must be a number of the campaign",
            "record.timeToEvent[1]: time must be a number of the campaign that is never negative",
            "record.timeToEvent[1]: 'OTHER' is no value of sex",
            "record.timeToEvent[2]: status must be a variable of the campaign",
            "record.timeToEvent[3]: a variable stands in two pairs",
            "record.timeToEvent[3]: 'x' is no value of count",
            "record.timeToEvent[3]: '01' is no value of count",
            "record.timeToEvent[4]: events names no value",
            "record.timeToEvent[4]: time is absent",
            "record.timeToEvent[4]: time must be a number of the campaign that is never negative",
            "record.rules[1]: a code is capitals, digits and underscores",
            "record.rules[1]: level must be REJECT or QUERY",
            "record.rules[1]: message is blank",
            "record.rules[1]: needs names 'nobody', which is no variable",
            "record.rules[3]: the rule TWICE stands twice",
            "record.rules[4]: expression is absent",
            "record.rules[5]: must be an object",
            "field note: a variable is an int, long, double, boolean, enum or array of enum; text is"
                + " impossible",
            "field age: the type must be [\"null\", T] with the default null",
            "field bmi: unknown property 'rol'",
            "field bmi: min is greater than max",
            "field bmi: decimals must be a whole number",
            "field bmi: a double, and nothing else, has decimals from 0 to 12",
            "field bmi: doc is absent",
            "field sex: enum Sex needs the symbol and default UNRECOGNISED, or it can never get"
                + " another symbol",
            "field sex: unknown domain 'demography'",
            "field sex: unknown role 'quasi-identifer'",
            "field sex: labels name a symbol that the variable does not have",
            "field sex: two labels have the same text",
            "field sex: only a number has min and max",
            "field sex: the constant is no value of the variable",
            "field levels: an array holds an enum and nothing else",
            "field levels: only an enum can be ordered",
            "field tools: required must be true or false",
            "field tools: the symbol NONE means the empty set in CSV files",
            "field grip: the record has no window 12m",
            "field grip: missingExpected must be from 0 to 1",
            "field grip: the range code INSIDE covers values inside the range",
            "field grip: a range code needs above or below",
            "field grip: a code is capitals, digits and underscores",
            "field grip: the record has no rule NO_SUCH_RULE",
            "field count: the bounds of an int are ints",
            "field Pain: a number needs min and max",
            "field Pain: unit must be text",
            "field Pain: a name is letters and digits and starts with a small letter");
    assertThat(invalid).hasMessageContaining("field Pain: unit must be text");
  }

  @Test
  void refusesASchemaThatIsNoRecord() {
    Schema schema = SchemaBuilder.enumeration("Sex").symbols("FEMALE", "MALE");

    assertThatThrownBy(() -> DataDictionary.of(schema))
        .isInstanceOf(InvalidDictionaryException.class)
        .hasMessageContaining("a campaign is a record schema");
  }

  @Test
  void refusesAMisspeltPropertyOfTheHeader() {
    String text =
        Cases.dictionary("sacroiliac")
            .schema()
            .toString()
            .replace("\"absentCode\":\"CONSENT_MISSING\"", "\"absendCode\":\"CONSENT_MISSING\"");
    Schema schema = new Schema.Parser().parse(text);

    assertThatThrownBy(() -> DataDictionary.of(schema))
        .hasMessageContaining("field header.consentBasis: unknown property 'absendCode'");
  }

  @Test
  void leavesPropertiesOfOthersAlone() {
    String text =
        Cases.dictionary("sacroiliac")
            .schema()
            .toString()
            .replace("\"unit\":\"kg/m2\"", "\"x-loinc\":\"39156-5\",\"unit\":\"kg/m2\"");

    DataDictionary dictionary = DataDictionary.of(new Schema.Parser().parse(text));

    assertThat(dictionary.variable("bmi").orElseThrow().unit()).contains("kg/m2");
  }
}
