package org.spineregistry.cli.certify;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.schema.CampaignNames;
import org.spineregistry.cli.schema.InferMixin;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.InvalidDictionaryException;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.infer.Inferred;
import org.spineregistry.tables.CampaignCsv;
import org.spineregistry.tables.CampaignTable;
import org.spineregistry.tables.SchemaDraft;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By which schema a file is read. */
public final class CohortSource {
  @Option(
      names = "--schema",
      paramLabel = "FILE.avsc",
      description = {
        "Case schema of the file, or the id of a campaign that ships:",
        "sacroiliac-fusion, lumbar-fusion, periodontal."
      })
  private String schema;

  @Option(
      names = "--infer",
      description = "Propose the schema from the file. See also: spine schema infer.")
  private boolean inferred;

  @Mixin private InferMixin infer;

  /**
   * A data dictionary.
   *
   * @param dictionary of the file
   * @param proposed its text when it was inferred
   * @param leftOut which columns were left out and why, when any was
   */
  record Found(DataDictionary dictionary, Optional<String> proposed, Optional<String> leftOut) {}

  /**
   * The schema that the options name.
   *
   * @param input file whose schema may be inferred
   * @throws UserProblem with every problem
   */
  Found find(Path input, byte[] file) {
    requireOne();
    if (!inferred) {
      return new Found(declared(), Optional.empty(), Optional.empty());
    }
    Inferred proposal = infer.infer(file);
    String draft =
        InferMixin.draft(proposal, CampaignNames.of(input), "Proposed from " + input.getFileName());
    return new Found(
        parse("the proposed schema", draft), Optional.of(draft), LeftOut.lines(proposal));
  }

  /**
   * Reads by a file when no option says otherwise.
   *
   * @param file of a schema; may be missing
   */
  void otherwise(Path file) {
    if (schema == null && !inferred && Files.isRegularFile(file)) {
      schema = file.toString();
    }
  }

  private void requireOne() {
    if (inferred == (schema != null)) {
      throw UserProblem.input("--schema FILE.avsc or --infer: one of the two is needed");
    }
    if (!inferred && infer.isUsed()) {
      throw UserProblem.input(
          "--target, --secret and their like belong to --infer: a schema says these things itself");
    }
  }

  /** Whether the schema is proposed from the file, so that its levels are those of patients. */
  boolean isInferred() {
    return inferred;
  }

  /**
   * Whether ranges and levels are those of patients: proposed now, or earlier and kept in a file.
   */
  boolean isFromData() {
    return inferred || (schema != null && Files.exists(Path.of(schema)) && isProposal(schema));
  }

  private static boolean isProposal(String file) {
    try {
      return new ObjectMapper()
          .readTree(InputFile.read(Path.of(file)))
          .path(SchemaDraft.PROPOSED)
          .asBoolean();
    } catch (IOException noJson) {
      return false; // said when it is parsed
    }
  }

  private DataDictionary declared() {
    Optional<DataDictionary> shipped = Campaigns.fromClasspath().byId(schema);
    Path path = Path.of(schema);
    if (shipped.isPresent() && !Files.exists(path)) {
      return shipped.get();
    }
    return parse(schema, new String(InputFile.read(path), StandardCharsets.UTF_8));
  }

  private static DataDictionary parse(String name, String text) {
    try {
      return Campaigns.ofText(name, text);
    } catch (InvalidDictionaryException e) {
      throw UserProblem.input(e.problems());
    }
  }

  /**
   * How files are read. An inferred schema is not written down first, which saves the start of Avro
   * and CEL.
   *
   * @throws UserProblem with every problem
   */
  SourceLayout layout(byte[] file) {
    requireOne();
    if (inferred) {
      Inferred proposal = infer.infer(file);
      return new SourceLayout(proposal.layout(), proposal.contract(), LeftOut.lines(proposal));
    }
    DataDictionary dictionary = declared();
    return new SourceLayout(
        CampaignCsv.layout(dictionary), CampaignTable.contract(dictionary), Optional.empty());
  }

  /** Site of each patient; one for all when the file has none. */
  public static List<String> sites(CsvCohort cohort) {
    return cohort.sites().isEmpty()
        ? Collections.nCopies(cohort.table().rows(), "site")
        : cohort.sites();
  }
}
