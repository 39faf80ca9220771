package org.spineregistry.cli.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.InputFile;
import org.spineregistry.cli.UserProblem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Proposes the schema of a CSV file. */
@Command(
    name = "infer",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Proposes an Avro data dictionary from a CSV file alone; its docs say what was inferred and what to check.",
      "Columns that may identify a patient (ids, names, addresses, dates, free text) are left out and listed under x-refused."
    },
    footer = {
      "",
      "Example:",
      "  spine schema infer cohort.csv --target oswestry12Months --output CohortCase.avsc"
    })
public final class InferCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "CSV file: UTF-8, commas, a header row.")
  private Path file;

  @Mixin private InferMixin infer;

  @Option(
      names = "--campaign",
      paramLabel = "ID",
      description = "Id of the campaign. Default: made from the name of the file.")
  private String campaign;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "File to write. Default: standard output.")
  private Path output;

  @Option(names = "--overwrite", description = "Replace the file of --output if it exists.")
  private boolean overwrite;

  @Override
  public Integer call() {
    String id = campaign == null ? CampaignNames.of(file) : campaign;
    if (!id.matches("[a-z][a-z0-9-]{2,40}")) {
      throw UserProblem.input("--campaign: 3 to 41 small letters, digits and hyphens");
    }
    if (output != null && !overwrite && Files.exists(output)) {
      throw UserProblem.input(output + ": exists already; --overwrite replaces it");
    }
    byte[] bytes = InputFile.read(file);
    String schema = infer.draft(bytes, id, "Proposed from " + file.getFileName());
    LongCells.warnings(file, bytes).forEach(spec.commandLine().getErr()::println);
    if (output == null) {
      spec.commandLine().getOut().print(schema);
      spec.commandLine().getOut().flush();
      return ExitCode.OK;
    }
    try {
      Files.writeString(output, schema);
      return ExitCode.OK;
    } catch (IOException e) {
      throw UserProblem.input(output + ": cannot be written");
    }
  }
}
