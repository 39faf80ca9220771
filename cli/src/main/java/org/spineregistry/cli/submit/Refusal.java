package org.spineregistry.cli.submit;

import java.util.List;

/**
 * A case that was not accepted.
 *
 * @param line row of the file, the header row being 1
 * @param findings every reason, as field, code and rule; none holds a value
 */
public record Refusal(long line, List<Reason> findings) {

  /** One reason. */
  public record Reason(String field, String code, String rule, String hint) {
    @Override
    public String toString() {
      String where = field == null || field.isEmpty() ? "" : field + ": ";
      String help = hint == null || hint.isEmpty() ? "" : " (" + hint + ")";
      return where + code + ", " + rule + help;
    }
  }

  public Refusal {
    findings = List.copyOf(findings);
  }

  /** The lines that a user reads. */
  public List<String> lines() {
    return findings.stream().map(reason -> "row " + line + ": " + reason).toList();
  }
}
