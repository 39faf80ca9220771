package org.spineregistry.schemas.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One variable with one property at a time, right or wrong. */
class VariablePropertiesTest {

  private static final String ENUM =
      "{'type':'enum','name':'E','symbols':['A','B','UNRECOGNISED'],'default':'UNRECOGNISED'}";
  private static final String OUTCOME =
      "{'name':'score','type':['null','int'],'default':null,'doc':'Score.','domain':'outcome',"
          + "'role':['primary-outcome'],'min':0,'max':9}";

  /** A campaign with an outcome and one variable of the type and properties. */
  private static Schema schema(String type, String properties) {
    Schema.Parser parser = new Schema.Parser();
    for (Schema.Field field : Cases.dictionary("lumbar").schema().getFields()) {
      if (field.name().equals("header")) {
        parser.parse(field.schema().toString());
      } else if (field.name().equals("missing")) {
        parser.parse(field.schema().getValueType().toString());
      }
    }
    String json =
        "{'type':'record','name':'SmallCase','namespace':'org.example','campaignId':'small',"
            + "'title':'Small','primaryOutcome':'score','fields':["
            + "{'name':'header','type':'org.spineregistry.campaign.CaseHeader'},"
            + "{'name':'it','type':['null',"
            + type.replace("ENUM", ENUM).replace("SET", "{'type':'array','items':" + ENUM + "}")
            + "],'default':null,'doc':'It.','domain':'operative'"
            + (properties.isEmpty() ? "" : "," + properties)
            + "},"
            + OUTCOME
            + ",{'name':'missing','type':{'type':'map','values':"
            + "'org.spineregistry.campaign.MissingReason'},'default':{}}]}";
    return parser.parse(json.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'int'     | 'min':0,'max':9",
        "'long'    | 'min':0,'max':3000000000",
        "'int'     | 'min':3,'max':3,'constant':3",
        "'int'     | 'min':0,'max':9,'derived':{'expression':'score'}",
        "'int'     | 'min':0,'max':9,'rangeCodes':[{'code':'LOW','below':0,'downTo':-9}]",
        "'double'  | 'min':-0.6,'max':1,'decimals':0",
        "'double'  | 'min':0,'max':1,'decimals':12,'constant':0.5,'unit':'index'",
        "'int'     | 'min':0,'max':9,'role':['quasi-identifier'],'cuts':[1,5,9]",
        "'double'  | 'min':0,'max':9,'decimals':1,'role':['quasi-identifier'],'cuts':[0.5]",
        "'boolean' | 'constant':true,'labels':{'true':'Yes','false':'No'}",
        "'boolean' | 'missingExpected':1,'required':true,'role':['secret','quasi-identifier']",
        "ENUM      | 'constant':'A','ordered':true,'labels':{'A':'first'}",
        "SET       | 'labels':{'A':'first','B':'second'}"
      })
  void areTaken(String type, String properties) {
    DataDictionary dictionary = DataDictionary.of(schema(type, properties));

    assertThat(dictionary.variable("it")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'int'     | 'min':0                                 | a number needs min and max",
        "'int'     | 'max':0                                 | a number needs min and max",
        "'int'     | 'min':'0','max':9                       | min must be a number",
        "'int'     | 'min':0.5,'max':9                       | the bounds of an int are ints",
        "'int'     | 'min':0,'max':9,'decimals':1            | a double, and nothing else, has decimals from 0 to 12",
        "'int'     | 'min':0,'max':9,'constant':10           | the constant is no value of the variable",
        "'int'     | 'min':0,'max':9,'constant':'3'          | the constant is no value of the variable",
        "'int'     | 'min':0,'max':9,'labels':{'A':'x'}      | labels name a symbol that the variable does not have",
        "'int'     | 'min':0,'max':9,'labels':['A']          | labels: must be an object",
        "'int'     | 'min':0,'max':9,'rangeCodes':{'x':1}    | rangeCodes must be a list",
        "'int'     | 'min':0,'max':9,'derived':'score'       | derived: must be an object",
        "'int'     | 'min':0,'max':9,'derived':{'when':'x'}  | derived: expression is absent",
        "'int'     | 'min':0,'max':9,'derived':{'expression':'score','code':'no'} | a code is capitals, digits and underscores",
        "'int'     | 'min':0,'max':9,'cuts':[5]              | only a number that is a quasi-identifier has cuts",
        "'int'     | 'min':0,'max':9,'role':['quasi-identifier'],'cuts':[5,5]  | cuts must rise",
        "'int'     | 'min':0,'max':9,'role':['quasi-identifier'],'cuts':[6,5]  | cuts must rise",
        "'int'     | 'min':0,'max':9,'role':['quasi-identifier'],'cuts':[0,5]  | a cut must be above min and not above max, or its band is empty",
        "'int'     | 'min':0,'max':9,'role':['quasi-identifier'],'cuts':[5,10] | a cut must be above min and not above max, or its band is empty",
        "'int'     | 'min':0,'max':9,'role':['quasi-identifier'],'cuts':['5']  | cuts must be a list of numbers",
        "ENUM      | 'role':['quasi-identifier'],'cuts':[5]  | only a number that is a quasi-identifier has cuts",
        "'double'  | 'min':0,'max':9                         | a double, and nothing else, has decimals from 0 to 12",
        "'double'  | 'min':0,'max':9,'decimals':13           | a double, and nothing else, has decimals from 0 to 12",
        "'double'  | 'min':0,'max':9,'decimals':1,'constant':9.5 | the constant is no value of the variable",
        "'double'  | 'min':0,'max':9,'decimals':1,'ordered':true | only an enum can be ordered",
        "'boolean' | 'max':1                                 | only a number has min and max",
        "'boolean' | 'constant':1                            | the constant is no value of the variable",
        "'boolean' | 'labels':{'yes':'Yes'}                  | labels name a symbol that the variable does not have",
        "'boolean' | 'labels':{'true':1}                     | labels must map to texts",
        "'boolean' | 'missingExpected':-0.1                  | missingExpected must be from 0 to 1",
        "'boolean' | 'role':'secret'                         | role must be a list",
        "'boolean' | 'role':[1]                              | role must be a list of texts",
        "'boolean' | 'unit':' '                              | unit is blank",
        "ENUM      | 'constant':'C'                          | the constant is no value of the variable",
        "ENUM      | 'constant':'UNRECOGNISED'               | the constant is no value of the variable",
        "SET       | 'constant':'A'                          | the constant is no value of the variable",
        "SET       | 'ordered':true                          | only an enum can be ordered",
        "'string'  | 'unit':'text'                           | a variable is an int, long, double, boolean, enum or array of enum; text is impossible",
        "'bytes'   | 'unit':'text'                           | a variable is an int, long, double, boolean, enum or array of enum; text is impossible"
      })
  void areRefusedWithTheirPlace(String type, String properties, String problem) {
    Schema schema = schema(type, properties);

    InvalidDictionaryException invalid =
        catchThrowableOfType(InvalidDictionaryException.class, () -> DataDictionary.of(schema));

    assertThat(invalid.problems()).anyMatch(text -> text.startsWith("field it"));
    assertThat(invalid.problems()).anyMatch(text -> text.endsWith(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "'name':'header','type':{ | 'name':'head','type':{ | record: the first field must be header",
        "'pattern':'^[a-z]+-         | 'pattern':'[a-z+-          | field header.siteId: pattern is no regular expression",
        "'name':'revision','type':'int' | 'name':'revision','type':'double' | field header.revision: a header field is a string, an int or an enum",
        "'min':2000,'role':['quasi-identifier'] | 'min':2000,'role':['quasi'] | field header.operationYear: unknown role",
        "'default':{}}             | 'default':{'it':'MASKED'}} | record: the last field must be missing, a map of an enum, by default empty",
        "'symbols':['A','B','UNRECOGNISED'] | 'symbols':['UNRECOGNISED'] | field it: enum E has no symbol"
      })
  void ofHeaderAndMissingAreRefusedToo(String part, String other, String problem) {
    String text = schema("ENUM", "").toString();
    String changed = text.replace(part.replace('\'', '"'), other.replace('\'', '"'));

    assertThat(changed).isNotEqualTo(text);
    InvalidDictionaryException invalid =
        catchThrowableOfType(
            InvalidDictionaryException.class,
            () -> DataDictionary.of(new Schema.Parser().parse(changed)));
    assertThat(invalid.problems()).contains(problem);
  }

  @ParameterizedTest
  @CsvSource({"A", "B"})
  void aSymbolOfTheListIsAValue(String symbol) {
    CaseReader reader = new CaseReader(DataDictionary.of(schema("ENUM", "")));

    assertThat(reader.json(Cases.parse("{'it': '" + symbol + "'}")).values())
        .isEqualTo(java.util.Map.of("it", symbol));
    assertThat(reader.json(Cases.parse("{'it': 'UNRECOGNISED'}")).problems())
        .extracting(Finding::code)
        .isEqualTo(List.of("REQUIRED", "NOT_IN_LIST"));
  }
}
