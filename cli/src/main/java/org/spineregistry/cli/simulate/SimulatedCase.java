package org.spineregistry.cli.simulate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One simulated case.
 *
 * @param header header field to text
 * @param values variable to Long, Double, Boolean, text or list of text; a gap is absent
 * @param reasons variable to the reason for its gap
 */
public record SimulatedCase(
    Map<String, String> header, Map<String, Object> values, Map<String, String> reasons) {
  public SimulatedCase {
    header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
  }
}
