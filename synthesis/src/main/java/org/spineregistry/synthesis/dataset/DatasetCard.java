package org.spineregistry.synthesis.dataset;

import java.util.List;

/**
 * What Croissant asks of a dataset beside its files and columns.
 *
 * @param name of the dataset, such as {@code sij-fusion-cycle-3}
 * @param description in a few sentences
 * @param license URL of the licence
 * @param url page of the dataset
 * @param creator organisation that made it
 * @param datePublished ISO date, {@code yyyy-mm-dd}
 * @param version such as {@code 1.0.0}
 * @param limitations what a user must know: the statements of the report
 */
public record DatasetCard(
    String name,
    String description,
    String license,
    String url,
    String creator,
    String datePublished,
    String version,
    List<String> limitations) {
  public DatasetCard {
    limitations = List.copyOf(limitations);
    if (!datePublished.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
      throw new IllegalArgumentException("datePublished: an ISO date");
    }
  }
}
