package org.spineregistry.cli.verify;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.spineregistry.cli.ExitCode;
import org.spineregistry.synthesis.verify.Check;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a dataset. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks that a dataset is one that a certificate names, that a trusted key signed the certificate,"
          + " that its deciding gates passed, and that its digest stands in a finalized memo of a trusted publisher.",
      "",
      "Prints a line for each check, then what is proved, what was not checked and what cannot be known this way."
    },
    footer = {
      "",
      "Exit codes: 0 every check holds, 1 at least one does not, 2 a file or an address cannot be used.",
      "",
      "Example:",
      "  spine verify synthetic-1000.csv --certificate certificate.json \\",
      "      --rpc https://api.devnet.solana.com --trust trust.json"
    })
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "DATASET",
      description = "The dataset file, exactly as it was published.")
  private Path dataset;

  @Option(
      names = "--certificate",
      required = true,
      paramLabel = "FILE",
      description = "The certificate, certificate.json.")
  private Path certificate;

  @Option(
      names = "--rpc",
      required = true,
      paramLabel = "URL",
      description = {
        "Solana JSON-RPC endpoint. May be given more than once:",
        "every endpoint has to say the same."
      })
  private List<String> endpoints;

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "KEYFILE",
      description = {
        "Whom you trust: a JSON file with the keys that sign certificates and the publishers that anchor them."
            + " Get it from the registry, not from who gave you the dataset."
      })
  private Path trust;

  @Option(
      names = "--signature",
      paramLabel = "SIG",
      description = {
        "Signature of the anchoring transaction, base58. Without it the publishers' transactions are searched."
      })
  private String signature;

  @Override
  public Integer call() {
    List<Check> checks = Verification.of(dataset, certificate, trust, endpoints, signature);
    Report report = new Report(checks, endpoints.size());
    spec.commandLine().getOut().print(report.text());
    spec.commandLine().getOut().flush();
    return report.allHold() ? ExitCode.OK : ExitCode.FAILED;
  }
}
