package org.spineregistry.certification.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * Where a case record has what the registry counts. Which fields make a follow-up window filled
 * stands in the record's own schema (property {@code windows}), so a new campaign needs no change
 * here.
 *
 * @param schema the writer's schema
 * @param windows window to the positions of the fields that must be present
 */
record CaseLayout(Schema schema, Map<String, int[]> windows) {
  static CaseLayout of(Schema schema) {
    Map<String, int[]> windows = new LinkedHashMap<>();
    if (schema.getObjectProp("windows") instanceof List<?> list) {
      for (Object entry : list) {
        Map<?, ?> window = (Map<?, ?>) entry;
        int[] positions =
            ((List<?>) window.get("filledBy"))
                .stream().mapToInt(field -> schema.getField(field.toString()).pos()).toArray();
        windows.put(window.get("name").toString(), positions);
      }
    }
    return new CaseLayout(schema, windows);
  }

  /**
   * @param present by position, whether the field has a value
   */
  List<String> filled(boolean[] present) {
    List<String> filled = new ArrayList<>();
    windows.forEach(
        (window, positions) -> {
          for (int position : positions) {
            if (!present[position]) {
              return;
            }
          }
          filled.add(window);
        });
    return filled;
  }
}
