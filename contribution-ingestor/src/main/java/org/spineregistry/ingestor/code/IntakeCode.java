package org.spineregistry.ingestor.code;

import java.util.List;
import org.spineregistry.schemas.dictionary.Finding;
import org.spineregistry.schemas.dictionary.Level;
import org.spineregistry.schemas.dictionary.Stage;

/**
 * What can be wrong with a submission besides its data dictionary. No text here is made from a
 * submitted value.
 */
public enum IntakeCode {
  TOO_LARGE(Stage.BYTES, "A submission has a size limit.", "docs/intake.md names the limits"),
  NOT_DECODABLE(Stage.BYTES, "Must be decodable.", ""),
  UNKNOWN_SCHEMA(
      Stage.BYTES, "The record type must be that of a campaign.", "GET /v1/campaigns lists them"),
  HEADER_NOT_ALLOWED(
      Stage.TRANSPORT,
      "Only the headers of the contract are accepted, each in its form.",
      "docs/intake.md lists them; the position counts from 1"),
  IDENTIFIER_IN_HEADER(
      Stage.TRANSPORT, "Headers and keys hold no identifier.", "remove it at the source"),
  KEY_MISMATCH(Stage.TRANSPORT, "The record key must be header.caseId.", ""),
  WRONG_PARTITION(
      Stage.TRANSPORT,
      "All records of a case must be in the partition that its key names.",
      "use the default partitioner of the Java client (librdkafka: partitioner=murmur2_random)"),
  TEXT_TOO_LONG(
      Stage.IDENTIFIERS,
      "No text of a case is longer than 200 characters.",
      "free text is refused"),
  DATE_IN_PAYLOAD(
      Stage.DATES,
      "No date, time or epoch anywhere.",
      "send the year of the operation and durations only"),
  CASE_ID_NOT_RANDOM(
      Stage.IDS,
      "Must be a random UUID (version 4, lower case) and equal no other id of the submission.",
      "make it at the source from a secure random source, never from the patient"),
  ID_PATTERN(
      Stage.IDS, "Must have the form of a pseudonym.", "the data dictionary has the pattern"),
  UNKNOWN_CAMPAIGN(
      Stage.HEADER,
      "Must be a known campaign, and that of the record.",
      "GET /v1/campaigns lists them"),
  REVISION_CONFLICT(
      Stage.HEADER,
      "This revision was already received with other content.",
      "send the change as the next revision"),
  CORRECTION_NOT_DECLARED(
      Stage.HEADER,
      "A revision that changes or removes a value must name the revision that it corrects.",
      "set header.correctionOf"),
  CAMPAIGN_CHANGED(
      Stage.HEADER, "A case never changes its campaign.", "use a new caseId for another campaign"),
  CASE_WITHDRAWN(
      Stage.HEADER,
      "Consent for this case was withdrawn.",
      "after a withdrawal by mistake, send the case under a new caseId"),
  UNKNOWN_CASE(
      Stage.HEADER,
      "No case with this id was accepted before.",
      "the withdrawal is kept: a later submission of this case will be refused",
      Level.QUERY),
  CHECK_FAILED(
      Stage.BYTES,
      "Every check must run; one could not, so the case is refused.",
      "tell the registry; the checks may run again later");

  private final Stage stage;
  private final String rule;
  private final String hint;
  private final Level level;

  IntakeCode(Stage stage, String rule, String hint) {
    this(stage, rule, hint, Level.REJECT);
  }

  IntakeCode(Stage stage, String rule, String hint, Level level) {
    this.stage = stage;
    this.rule = rule;
    this.hint = hint;
    this.level = level;
  }

  public String rule() {
    return rule;
  }

  public String hint() {
    return hint;
  }

  /** A finding about fields, or about the whole submission when none is named. */
  public Finding at(String... fields) {
    return new Finding(stage, name(), level, List.of(fields), rule, hint);
  }

  /** The same at another stage than the code's own. */
  public Finding during(Stage other) {
    return new Finding(other, name(), level, List.of(), rule, hint);
  }

  /** The same with another hint, which holds no submitted value either. */
  public Finding hinting(String otherHint, String... fields) {
    return new Finding(stage, name(), level, List.of(fields), rule, otherHint);
  }
}
