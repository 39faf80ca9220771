package org.spineregistry.ingestor.revision;

import java.util.List;
import java.util.Optional;
import org.spineregistry.schemas.dictionary.Finding;

/**
 * What a submission is to the history of its case.
 *
 * @param findings why it is refused; empty otherwise
 * @param next the history after it, when it changes
 */
public record RevisionDecision(Kind kind, List<Finding> findings, Optional<CaseHistory> next) {

  /** What a submission is. */
  public enum Kind {
    /** The case is new. */
    NEW,
    /** A later revision replaces the latest one. */
    LATER,
    /** The same revision with the same content was received before. */
    DUPLICATE,
    /** A later revision has been accepted, so that this one changes nothing. */
    SUPERSEDED,
    /** The history does not allow it, or the header is too broken to tell. */
    REFUSED
  }

  public RevisionDecision {
    findings = List.copyOf(findings);
  }

  /** For a submission whose history is kept elsewhere. */
  public static RevisionDecision preliminary() {
    return unchanged(Kind.NEW);
  }

  static RevisionDecision accepted(Kind kind, CaseHistory next) {
    return new RevisionDecision(kind, List.of(), Optional.of(next));
  }

  static RevisionDecision unchanged(Kind kind) {
    return new RevisionDecision(kind, List.of(), Optional.empty());
  }

  static RevisionDecision refused(Finding... findings) {
    return new RevisionDecision(Kind.REFUSED, List.of(findings), Optional.empty());
  }
}
