package org.spineregistry.cli.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The intake's answer to one case.
 *
 * @param line line of the request, from 1
 * @param outcome accepted, queried, rejected, duplicate, superseded, withdrawn or unknown, in
 *     capitals
 * @param findings every reason, questions included
 */
record Receipt(int line, String outcome, List<Refusal.Reason> findings) {
  private static final String REJECTED = "REJECTED";
  private static final String UNKNOWN = "UNKNOWN";

  Receipt {
    findings = List.copyOf(findings);
  }

  static Receipt of(JsonNode answer) {
    List<Refusal.Reason> findings = new ArrayList<>();
    for (JsonNode finding : answer.path("findings")) {
      findings.add(
          new Refusal.Reason(
              field(finding),
              finding.path("code").asText(),
              finding.path("message").asText(),
              finding.path("hint").asText("")));
    }
    String outcome = answer.path("outcome").asText(UNKNOWN).toUpperCase(Locale.ROOT);
    return new Receipt(answer.path("line").asInt(0), outcome, findings);
  }

  private static String field(JsonNode finding) {
    JsonNode field = finding.path("field");
    return field.isTextual() ? field.asText() : "";
  }

  /** False when nobody knows yet what becomes of the case: it has to be sent again. */
  boolean decided() {
    return !outcome.equals(UNKNOWN);
  }

  boolean rejected() {
    return outcome.equals(REJECTED);
  }
}
