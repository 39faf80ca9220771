package org.spineregistry.certification.registry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * Reads what the registry counts from a case record of any campaign. Which fields make a follow-up
 * window filled stands in the record's own schema, so a new campaign needs no change here.
 */
public final class CaseFacts {
  private final Map<Schema, Map<String, int[]>> windows = new ConcurrentHashMap<>();

  /**
   * @return null for a tombstone
   */
  AcceptedCase of(GenericRecord record) {
    if (record == null) {
      return null;
    }
    GenericRecord header = (GenericRecord) record.get("header");
    return new AcceptedCase(
        header.get("campaignId").toString(),
        header.get("caseId").toString(),
        header.get("siteId").toString(),
        header.get("contributorId").toString(),
        (Integer) header.get("revision"),
        filled(record));
  }

  private List<String> filled(GenericRecord record) {
    List<String> filled = new ArrayList<>();
    windows
        .computeIfAbsent(record.getSchema(), CaseFacts::windowsOf)
        .forEach(
            (window, positions) -> {
              if (present(record, positions)) {
                filled.add(window);
              }
            });
    return filled;
  }

  private static boolean present(GenericRecord record, int[] positions) {
    for (int position : positions) {
      if (record.get(position) == null) {
        return false;
      }
    }
    return true;
  }

  /** Property {@code windows} of a case record: name, and the fields that must be present. */
  private static Map<String, int[]> windowsOf(Schema schema) {
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
    return windows;
  }
}
