package org.spineregistry.synthesis.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spineregistry.synthesis.table.Column;

/**
 * Metadata of a dataset as JSON-LD in the Croissant format 1.1 of MLCommons, with the limits of the
 * data in its vocabulary for responsible AI. Canonical JSON and one LF: the same input gives the
 * same bytes.
 */
public final class Croissant {
  private static final List<String> CONFORMS_TO =
      List.of("http://mlcommons.org/croissant/1.1", "http://mlcommons.org/croissant/RAI/1.0");

  private Croissant() {}

  /**
   * The file {@code croissant.json}.
   *
   * @param card what the columns and files do not say
   * @param files of the release; a record set is made of each CSV file
   * @param columns in schema order
   * @param docs by column name; a column may have none
   */
  public static byte[] write(
      DatasetCard card,
      List<DatasetFile> files,
      List<Column> columns,
      Map<String, ColumnDoc> docs) {
    Map<String, Object> dataset = new LinkedHashMap<>();
    dataset.put("@context", CroissantContext.CONTEXT);
    dataset.put("@type", "sc:Dataset");
    dataset.put("conformsTo", CONFORMS_TO);
    dataset.put("name", card.name());
    dataset.put("description", card.description());
    dataset.put("license", card.license());
    dataset.put("url", card.url());
    dataset.put("creator", Map.of("@type", "sc:Organization", "name", card.creator()));
    dataset.put("datePublished", card.datePublished());
    dataset.put("version", card.version());
    dataset.put("isLiveDataset", false);
    dataset.put("rai:dataLimitations", card.limitations());
    dataset.put(
        "rai:personalSensitiveInformation",
        "Synthetic health records. Whether they are personal data is a legal question.");
    dataset.put("distribution", files.stream().map(file -> file(file, files)).toList());
    dataset.put("recordSet", recordSets(files, columns, docs));
    return JsonFile.of(dataset);
  }

  private static List<Object> recordSets(
      List<DatasetFile> files, List<Column> columns, Map<String, ColumnDoc> docs) {
    List<Object> sets = new ArrayList<>();
    columns.stream()
        .filter(column -> !column.levels().isEmpty() && CroissantFields.isText(column))
        .forEach(column -> sets.add(CroissantFields.levels(column)));
    files.stream()
        .filter(file -> file.format().equals(DatasetFile.CSV))
        .forEach(file -> sets.add(CroissantFields.rows(file, columns, docs)));
    return sets;
  }

  private static Map<String, Object> file(DatasetFile file, List<DatasetFile> files) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("@type", "cr:FileObject");
    object.put("@id", file.name());
    object.put("name", file.name());
    object.put("contentUrl", file.name());
    object.put("contentSize", file.bytes() + " B");
    object.put("encodingFormat", file.format());
    object.put("sha256", file.sha256());
    files.stream()
        .filter(other -> other.stem().equals(file.stem()) && !other.name().equals(file.name()))
        .findFirst()
        .ifPresent(other -> object.put("sameAs", other.name()));
    return object;
  }
}
