package org.spineregistry.synthesis.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.spineregistry.synthesis.table.Column;

/** Rules of the Croissant format specification 1.1. */
class CroissantTest {
  private static final List<Column> COLUMNS =
      List.of(
          Column.number("ageYears", 0).between(18.0, 99.0),
          Column.number("bmi", 1),
          Column.bool("smoker"),
          Column.category("implant", List.of("SCREW", "ROD")),
          Column.category("complications", List.of()));
  private static final Map<String, ColumnDoc> DOCS =
      Map.of("ageYears", new ColumnDoc("Age at surgery.", "years"));
  private static final List<DatasetFile> FILES =
      List.of(
          DatasetFile.of("synthetic-100.csv", DatasetFile.CSV, 100, new byte[] {1}),
          DatasetFile.of("synthetic-100.parquet", DatasetFile.PARQUET, 100, new byte[] {2, 3}));

  @Test
  void hasEveryPropertyThatIsRequired() throws IOException {
    JsonNode dataset = dataset();

    for (String property :
        List.of(
            "@context",
            "@type",
            "conformsTo",
            "description",
            "license",
            "name",
            "url",
            "creator",
            "datePublished")) {
      assertThat(dataset.has(property)).as(property).isTrue();
    }
    assertThat(dataset.at("/conformsTo/0").asText())
        .isEqualTo("http://mlcommons.org/croissant/1.1");
    assertThat(dataset.at("/@context/@vocab").asText()).isEqualTo("http://schema.org/");
    assertThat(dataset.at("/@context/recordSet").asText()).isEqualTo("cr:recordSet");
    assertThat(dataset.at("/@context/data/@type").asText()).isEqualTo("@json");
  }

  @Test
  void filesHaveTheirDigestAndNameTheOtherFormat() throws IOException {
    JsonNode file = dataset().at("/distribution/1");

    assertThat(file.at("/@type").asText()).isEqualTo("cr:FileObject");
    assertThat(file.at("/contentSize").asText()).isEqualTo("2 B");
    assertThat(file.at("/encodingFormat").asText()).isEqualTo("application/vnd.apache.parquet");
    assertThat(file.at("/sameAs").asText()).isEqualTo("synthetic-100.csv");
    // sha256sum of the bytes 02 03
    assertThat(file.at("/sha256").asText())
        .isEqualTo("ee9040f65c341855e070ff438eb0ea9d5b831b2a2c270fb7ef592d750408e3b3");
  }

  @Test
  void everyReferenceHasItsTargetAndNoIdIsUsedTwice() throws IOException {
    List<String> ids = new ArrayList<>();
    List<String> references = new ArrayList<>();
    collect(dataset(), ids, references);

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(references).hasSizeGreaterThan(5);
    assertThat(ids).containsAll(references);
  }

  @Test
  void fieldsCarryTypeUnitAndBoundsOfTheSchema() throws IOException {
    JsonNode rows = dataset().at("/recordSet/1");
    List<String> types = new ArrayList<>();
    rows.get("field").forEach(field -> types.add(field.get("dataType").asText()));

    assertThat(types).containsExactly("sc:Integer", "sc:Float", "sc:Boolean", "sc:Text", "sc:Text");
    JsonNode age = rows.at("/field/0");
    assertThat(age.at("/source/fileObject/@id").asText()).isEqualTo("synthetic-100.csv");
    assertThat(age.at("/source/extract/column").asText()).isEqualTo("ageYears");
    assertThat(age.at("/annotation/0/value").asDouble()).isEqualTo(18);
    assertThat(age.at("/annotation/1/equivalentProperty").asText()).isEqualTo("sc:maxValue");
    assertThat(age.at("/annotation/2/value").asText()).isEqualTo("years");
    assertThat(rows.at("/field/1").has("annotation")).isFalse();
  }

  @Test
  void levelsAreAnEnumerationOfTheSchemaAndOpenOnesAreNotListed() throws IOException {
    JsonNode dataset = dataset();
    JsonNode levels = dataset.at("/recordSet/0");

    assertThat(dataset.get("recordSet")).hasSize(2);
    assertThat(levels.get("dataType").asText()).isEqualTo("sc:Enumeration");
    assertThat(levels.at("/data/0/levels~1implant~1name").asText()).isEqualTo("SCREW");
    assertThat(dataset.at("/recordSet/1/field/3/references/@id").asText())
        .isEqualTo("levels/implant/name");
  }

  @Test
  void aDateThatIsNoIsoDateIsRefused() {
    assertThatThrownBy(() -> card("1 May 2026")).isInstanceOf(IllegalArgumentException.class);
  }

  private static void collect(JsonNode node, List<String> ids, List<String> references) {
    if (node.isObject() && node.has("@id")) {
      boolean defines = node.has("@type");
      (defines ? ids : references).add(node.get("@id").asText());
    }
    node.properties()
        .forEach(
            property -> {
              if (!property.getKey().equals("@context")) {
                collect(property.getValue(), ids, references);
              }
            });
    if (node.isArray()) {
      node.forEach(item -> collect(item, ids, references));
    }
  }

  private static JsonNode dataset() throws IOException {
    byte[] file = Croissant.write(card("2026-05-01"), FILES, COLUMNS, DOCS);
    assertThat(Croissant.write(card("2026-05-01"), FILES, COLUMNS, DOCS)).isEqualTo(file);
    return new ObjectMapper().readTree(file);
  }

  private static DatasetCard card(String date) {
    return new DatasetCard(
        "sij-fusion-cycle-3",
        "Synthetic patients.",
        "https://creativecommons.org/licenses/by/4.0/",
        "https://example.org/sij-fusion/3",
        "A registry",
        date,
        "1.0.0",
        List.of("Synthetic patients carry the biases of the cohort."));
  }
}
