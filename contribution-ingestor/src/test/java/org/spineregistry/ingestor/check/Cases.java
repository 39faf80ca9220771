package org.spineregistry.ingestor.check;

import static org.spineregistry.ingestor.Samples.CHECKS;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;
import org.spineregistry.schemas.dictionary.Finding;

/** Short ways to check a case and to name what is found. */
final class Cases {
  private Cases() {}

  /** {@code CODE@field, field} of each finding, in order. */
  static List<String> findings(JsonNode tree) {
    return told(CHECKS.json(tree));
  }

  static List<String> findings(GenericRecord record, Transport transport) {
    return told(CHECKS.avro(record, transport, Optional.empty()));
  }

  static List<String> told(Verdict verdict) {
    return verdict.findings().stream().map(Cases::told).toList();
  }

  private static String told(Finding finding) {
    return finding.code() + "@" + String.join(",", finding.fields());
  }
}
