package org.spineregistry.ingestor.revision;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spineregistry.schemas.dictionary.CaseCandidate;

/**
 * What a revision says, so that two of them can be compared.
 *
 * @param values variable to its value as text, for every filled variable; the year of the operation
 *     counts as one
 * @param digest SHA-256, in hexadecimal, of the header (without caseId and revision), values and
 *     reasons; a null without a reason equals the reason UNKNOWN
 */
record CaseContent(SortedMap<String, String> values, String digest) {
  /** The only field of the header that says something about the patient's care. */
  private static final String OPERATION_YEAR = "operationYear";

  private static final List<String> IDENTITY = List.of("caseId", "revision");

  CaseContent {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
  }

  static CaseContent of(CaseCandidate candidate) {
    SortedMap<String, String> values = new TreeMap<>();
    candidate.values().forEach((name, value) -> values.put(name, text(value)));
    SortedMap<String, String> all = new TreeMap<>(values);
    candidate
        .header()
        .forEach(
            (name, value) -> {
              if (!IDENTITY.contains(name)) {
                all.put("header." + name, text(value));
              }
            });
    candidate
        .missing()
        .forEach(
            (name, reason) -> {
              if (!reason.equals("UNKNOWN")) {
                all.put("missing." + name, reason);
              }
            });
    Object year = candidate.header().get(OPERATION_YEAR);
    if (year != null) {
      values.put("header." + OPERATION_YEAR, text(year));
    }
    return new CaseContent(values, digest(all));
  }

  private static String text(Object value) {
    return value instanceof List<?> items
        ? String.join(";", items.stream().map(String::valueOf).toList())
        : String.valueOf(value);
  }

  private static String digest(Map<String, String> fields) {
    StringBuilder text = new StringBuilder();
    // lengths keep two different contents from giving the same text
    fields.forEach(
        (name, value) ->
            text.append(name)
                .append('=')
                .append(value.length())
                .append(':')
                .append(value)
                .append('\n'));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha256.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Counts only, since the values are health data. */
  @Override
  public String toString() {
    return "CaseContent[" + values.size() + " values]";
  }
}
