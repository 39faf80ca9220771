package org.spineregistry.cli.submit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The intake's answer to one case.
 *
 * @param outcome accepted, queried, rejected, duplicate, superseded or withdrawn, in capitals
 * @param findings every reason, questions included
 */
record Receipt(String outcome, List<Refusal.Reason> findings) {
  private static final String REJECTED = "REJECTED";

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
    return new Receipt(answer.path("outcome").asText("").toUpperCase(Locale.ROOT), findings);
  }

  private static String field(JsonNode finding) {
    JsonNode field = finding.path("field");
    return field.isTextual() ? field.asText() : "";
  }

  boolean rejected() {
    return outcome.equals(REJECTED);
  }
}
