package org.spineregistry.cli.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.synthesis.cohort.CsvProblemsException;
import org.spineregistry.synthesis.contract.TimeToEvent;
import org.spineregistry.synthesis.infer.InferenceOptions;
import org.spineregistry.synthesis.infer.Inferred;
import org.spineregistry.synthesis.infer.SchemaInference;
import org.spineregistry.tables.SchemaDraft;
import picocli.CommandLine.Option;

/** What somebody who knows a file can tell the inference of its schema. */
public final class InferMixin {
  @Option(
      names = "--target",
      paramLabel = "COL",
      description = "Primary outcome, which the utility gates predict.")
  private String target;

  @Option(names = "--case-id", paramLabel = "COL", description = "Ids of the patients.")
  private String caseId;

  @Option(names = "--site", paramLabel = "COL", description = "Hospital of each patient.")
  private String site;

  @Option(
      names = "--after-outcome",
      paramLabel = "COL",
      split = ",",
      description = "Recorded with or after the outcome, so that nothing may predict from them.")
  private Set<String> afterOutcome = new HashSet<>();

  @Option(
      names = "--quasi-identifier",
      paramLabel = "COL",
      split = ",",
      description = "Known outside, besides those that are suspected by their name.")
  private Set<String> quasiIdentifiers = new HashSet<>();

  @Option(
      names = "--secret",
      paramLabel = "COL",
      split = ",",
      description = "What nobody must infer, besides those that are suspected by their name.")
  private Set<String> secrets = new HashSet<>();

  @Option(
      names = "--keep",
      paramLabel = "COL",
      split = ",",
      description = "Variables, although they look like identifiers.")
  private Set<String> keep = new HashSet<>();

  @Option(
      names = "--leave-out",
      paramLabel = "COL",
      split = ",",
      description = "Columns that are not read.")
  private Set<String> leaveOut = new HashSet<>();

  @Option(
      names = "--time-to-event",
      paramLabel = "TIME:STATUS=EVENT",
      description = {
        "A time under observation, the column that says how it ended, and the value that is the event;",
        "several values are parted by |."
      })
  private List<String> timeToEvent = new ArrayList<>();

  /** Whether anything was said. */
  public boolean isUsed() {
    return target != null
        || caseId != null
        || site != null
        || !afterOutcome.isEmpty()
        || !quasiIdentifiers.isEmpty()
        || !secrets.isEmpty()
        || !keep.isEmpty()
        || !leaveOut.isEmpty()
        || !timeToEvent.isEmpty();
  }

  /**
   * Proposes the schema of a file.
   *
   * @param campaignId of the campaign
   * @param title of the campaign
   * @return JSON of an Avro schema
   * @throws UserProblem with every problem of the file and of these options
   */
  public String draft(byte[] file, String campaignId, String title) {
    Inferred proposal = infer(file);
    CsvProblems.read(file, proposal.layout()); // a schema of rows that nobody can read fits nothing
    return draft(proposal, campaignId, title);
  }

  /**
   * Writes down a proposed schema.
   *
   * @throws UserProblem with every problem
   */
  public static String draft(Inferred proposal, String campaignId, String title) {
    try {
      return SchemaDraft.of(proposal, campaignId, title);
    } catch (IllegalArgumentException e) {
      throw UserProblem.input(e.getMessage());
    }
  }

  /**
   * The same as columns and a contract.
   *
   * @throws UserProblem likewise
   */
  public Inferred infer(byte[] file) {
    try {
      Inferred proposal = SchemaInference.infer(file, options());
      if (proposal.variables().isEmpty()) {
        throw UserProblem.input("No column of the file is a variable");
      }
      return proposal;
    } catch (CsvProblemsException e) {
      throw CsvProblems.of(e);
    } catch (IllegalArgumentException e) {
      throw UserProblem.input(e.getMessage());
    }
  }

  private InferenceOptions options() {
    return new InferenceOptions(
        Optional.ofNullable(target),
        Optional.ofNullable(caseId),
        Optional.ofNullable(site),
        afterOutcome,
        quasiIdentifiers,
        secrets,
        keep,
        leaveOut,
        timeToEvent.stream().map(InferMixin::pair).toList());
  }

  private static TimeToEvent pair(String text) {
    int colon = text.indexOf(':');
    int equals = text.indexOf('=', colon + 1);
    if (colon < 1 || equals < colon + 2 || equals == text.length() - 1) {
      throw UserProblem.input("--time-to-event: TIME:STATUS=EVENT, such as days:status=dead");
    }
    return new TimeToEvent(
        text.substring(0, colon),
        text.substring(colon + 1, equals),
        Set.of(text.substring(equals + 1).split("\\|")));
  }
}
