package org.spineregistry.synthesis.dataset;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The JSON-LD context that appendix 1 of the Croissant format specification 1.1 recommends. */
final class CroissantContext {
  /** Terms that are named the same in the namespace of Croissant. */
  private static final List<String> TERMS =
      List.of(
          "annotation",
          "arrayShape",
          "citeAs",
          "column",
          "containedIn",
          "equivalentProperty",
          "excludes",
          "extract",
          "field",
          "fileProperty",
          "fileObject",
          "fileSet",
          "format",
          "includes",
          "isArray",
          "isLiveDataset",
          "jsonPath",
          "key",
          "md5",
          "parentField",
          "recordSet",
          "references",
          "regex",
          "readLines",
          "sdVersion",
          "separator",
          "source",
          "subField",
          "transform",
          "unArchive",
          "value");

  /** Everything else that it maps. */
  private static final Map<String, Object> OTHERS =
      Map.ofEntries(
          entry("@language", "en"),
          entry("@vocab", "http://schema.org/"),
          entry("sc", "http://schema.org/"),
          entry("cr", "http://mlcommons.org/croissant/"),
          entry("rai", "http://mlcommons.org/croissant/RAI/"),
          entry("dct", "http://purl.org/dc/terms/"),
          entry("conformsTo", "dct:conformsTo"),
          entry("data", Map.of("@id", "cr:data", "@type", "@json")),
          entry("dataType", Map.of("@id", "cr:dataType", "@type", "@vocab")),
          entry("examples", Map.of("@id", "cr:examples", "@type", "@json")));

  static final Map<String, Object> CONTEXT = context();

  private CroissantContext() {}

  private static Map<String, Object> context() {
    Map<String, Object> context = new TreeMap<>(OTHERS);
    TERMS.forEach(term -> context.put(term, "cr:" + term));
    return Map.copyOf(context);
  }
}
