package org.spineregistry.synthesis.cohort;

import java.util.Map;

/**
 * The column that says where a patient was treated.
 *
 * @param name what the header row calls it
 * @param sites text of a cell to the site; empty when the text is the site
 */
public record SiteColumn(String name, Map<String, String> sites) {
  public SiteColumn {
    sites = Map.copyOf(sites);
  }
}
