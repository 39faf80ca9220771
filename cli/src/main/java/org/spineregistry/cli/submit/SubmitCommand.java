package org.spineregistry.cli.submit;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.cli.Seeds;
import org.spineregistry.cli.UserProblem;
import org.spineregistry.schemas.dictionary.Campaigns;
import org.spineregistry.schemas.dictionary.DataDictionary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Submits a file of cases. */
@Command(
    name = "submit",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends the cases of a CSV file to the intake and shows what became of them:"
          + " counts, and every refusal with row, field and rule. A repeated submission counts nothing twice."
    },
    footer = {
      "",
      "Exit codes: 0 every case is in the registry, 1 some were refused, 2 bad input or no answer."
    })
public final class SubmitCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--url",
      required = true,
      paramLabel = "URL",
      description = "The intake, for example http://127.0.0.1:8080.")
  private String url;

  @Option(
      names = "--campaign",
      required = true,
      paramLabel = "ID",
      description = "Campaign of the cases, for example sacroiliac-fusion.")
  private String campaign;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE.csv",
      description = {
        "UTF-8, one case a row; columns are the fields of the campaign's header and data dictionary,"
            + " <field>.missing holds the reason of a gap."
      })
  private Path input;

  @Option(
      names = "--seed",
      paramLabel = "HEX",
      description = {
        "For a file without caseId: 32 secret bytes from which ids are made. Keep it, and send the file with the same one again."
      })
  private String seed;

  @Override
  public Integer call() throws InterruptedException {
    Campaigns campaigns = Campaigns.fromClasspath();
    DataDictionary dictionary =
        campaigns
            .byId(campaign)
            .orElseThrow(
                () ->
                    UserProblem.input(
                        "--campaign: one of "
                            + campaigns.all().stream().map(DataDictionary::campaignId).toList()));
    Optional<MintedIds> ids =
        Optional.ofNullable(seed).map(hex -> new MintedIds(Seeds.bytes(hex), campaign));
    Submission submission = new Submission(url);
    CaseFile file = CaseFile.read(input, dictionary, ids);
    SubmissionReport report = submission.send(file, answered -> {});
    print(report);
    return report.rejected() == 0 ? ExitCode.OK : ExitCode.FAILED;
  }

  private void print(SubmissionReport report) {
    PrintWriter out = spec.commandLine().getOut();
    report.refusals().stream().map(Refusal::lines).flatMap(List::stream).forEach(out::println);
    out.println(report.sentence());
  }
}
