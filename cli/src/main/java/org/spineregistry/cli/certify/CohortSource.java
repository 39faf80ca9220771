package org.spineregistry.cli.certify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.cli.schema.CampaignNames;
import org.spineregistry.cli.schema.CsvProblems;
import org.spineregistry.cli.schema.InferMixin;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;
import org.spineregistry.schemas.dictionary.InvalidDictionaryException;
import org.spineregistry.synthesis.cohort.CohortLayout;
import org.spineregistry.synthesis.cohort.CsvCohort;
import org.spineregistry.synthesis.cohort.CsvProblemsException;
import org.spineregistry.synthesis.cohort.SourceColumn;
import org.spineregistry.synthesis.infer.Inferred;
import org.spineregistry.tables.CampaignCsv;
import org.spineregistry.tables.CampaignTable;
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
   * The schema that the options name.
   *
   * @param input file whose schema may be inferred
   * @throws UserProblem with every problem
   */
  public DataDictionary dictionary(Path input, byte[] file) {
    if (inferred == (schema != null)) {
      throw UserProblem.input("--schema FILE.avsc or --infer: one of the two is needed");
    }
    if (!inferred && infer.isUsed()) {
      throw UserProblem.input(
          "--target, --secret and their like belong to --infer: a schema says these things itself");
    }
    return inferred ? parse("the proposed schema", draft(input, file)) : declared();
  }

  /** Whether the schema is proposed from the file, so that its levels are those of patients. */
  boolean isInferred() {
    return inferred;
  }

  /** Text of the schema that was proposed; empty when one was given. */
  Optional<String> draft(Path input, byte[] file, boolean wanted) {
    return wanted && inferred ? Optional.of(draft(input, file)) : Optional.empty();
  }

  private String draft(Path input, byte[] file) {
    return infer.draft(file, CampaignNames.of(input), "Proposed from " + input.getFileName());
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
   * Reads a file without its data dictionary; an inferred schema is not written down first, which
   * saves the start of Avro and CEL.
   *
   * @throws UserProblem with every problem
   */
  SourceCohort read(Path input, byte[] file) {
    if (inferred && schema == null) {
      try {
        Inferred proposal = infer.infer(file);
        return new SourceCohort(CsvCohort.read(file, proposal.layout()), proposal.contract());
      } catch (CsvProblemsException e) {
        throw CsvProblems.of(e);
      }
    }
    DataDictionary dictionary = dictionary(input, file);
    return new SourceCohort(read(file, dictionary), CampaignTable.contract(dictionary));
  }

  /**
   * How further files are read. An inferred schema opens the bounds of its numbers: they follow
   * from one of the files, and the others may go beyond.
   *
   * @throws UserProblem with every problem
   */
  SourceLayout layout(Path input, byte[] file) {
    if (!inferred || schema != null) {
      DataDictionary dictionary = dictionary(input, file);
      return new SourceLayout(CampaignCsv.layout(dictionary), CampaignTable.contract(dictionary));
    }
    Inferred proposal = infer.infer(file);
    CohortLayout narrow = proposal.layout();
    return new SourceLayout(
        new CohortLayout(
            narrow.columns().stream().map(CohortSource::opened).toList(),
            narrow.missing(),
            narrow.others(),
            narrow.caseIds(),
            narrow.sites()),
        proposal.contract());
  }

  private static SourceColumn opened(SourceColumn source) {
    return source.column().isNumber()
        ? new SourceColumn(
            source.column().between(null, null),
            source.name(),
            source.levels(),
            source.rounded(),
            source.required())
        : source;
  }

  /**
   * Reads a file by a schema.
   *
   * @throws UserProblem with line and column of every bad cell
   */
  public static CsvCohort read(byte[] file, DataDictionary dictionary) {
    try {
      return CampaignCsv.read(file, dictionary);
    } catch (CsvProblemsException e) {
      throw CsvProblems.of(e);
    }
  }

  /** Site of each patient; one for all when the file has none. */
  public static List<String> sites(CsvCohort cohort) {
    return cohort.sites().isEmpty()
        ? Collections.nCopies(cohort.table().rows(), "site")
        : cohort.sites();
  }
}
