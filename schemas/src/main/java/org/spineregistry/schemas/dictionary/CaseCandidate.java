package org.spineregistry.schemas.dictionary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A case as it was sent, with Java values for everything that has the right shape.
 *
 * <p>Holds health data: it never reaches a log, and its text form shows counts only.
 *
 * @param header header field to String or Long; absent and misshapen fields are left out
 * @param values variable to Long, Double, Boolean, String or List of String, in the order of the
 *     schema; nulls and misshapen values are left out
 * @param missing variable to the reason for its null
 * @param problems what is wrong with the shape, at stages SHAPE and HEADER
 */
public record CaseCandidate(
    DataDictionary dictionary,
    Map<String, Object> header,
    Map<String, Object> values,
    Map<String, String> missing,
    List<Finding> problems) {

  public CaseCandidate {
    header = Collections.unmodifiableMap(new LinkedHashMap<>(header));
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    missing = Collections.unmodifiableMap(new LinkedHashMap<>(missing));
    problems = List.copyOf(problems);
  }

  /** The follow-up windows that the case fills. */
  public List<String> windowsFilled() {
    return dictionary.windowsFilled(values.keySet());
  }

  /** The variables that have a problem of shape. */
  public Set<String> misshapen() {
    return variablesOf(problems);
  }

  /**
   * The variables that findings speak about; {@code complications90d[2]} counts for its variable,
   * paths of the header and of reasons for none.
   */
  public static Set<String> variablesOf(Iterable<Finding> findings) {
    Set<String> names = new LinkedHashSet<>();
    for (Finding finding : findings) {
      for (String field : finding.fields()) {
        int bracket = field.indexOf('[');
        names.add(bracket < 0 ? field : field.substring(0, bracket));
      }
    }
    return names;
  }

  @Override
  public String toString() {
    return dictionary.campaignId()
        + " case, values "
        + values.size()
        + ", reasons "
        + missing.size()
        + ", problems "
        + problems.size();
  }
}
