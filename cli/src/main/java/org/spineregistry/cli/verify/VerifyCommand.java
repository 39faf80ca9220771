package org.spineregistry.cli.verify;

import java.io.PrintWriter;
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

/** Verifies a dataset, or the proof of a contribution or review. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Checks that a dataset is one that a certificate names, that a trusted key signed the"
          + " certificate, that its deciding gates passed, and that a trusted publisher signed a"
          + " transaction with its digest.",
      "With --proof this needs no network; --rpc asks endpoints whether the transaction is"
          + " finalized.",
      "",
      "Prints a line for each check, then what is proved, what was not checked and what cannot be"
          + " known this way."
    },
    footer = {
      "",
      "Exit codes: 0 every check holds (with --no-anchor every check but that of the anchor, which"
          + " was not made), 1 at least one does not, 2 a file or an address cannot be used.",
      "",
      "Examples:",
      "  spine verify synthetic-1000.csv --certificate certificate.json --proof anchor.json --trust"
          + " trust.json",
      "  spine verify synthetic-1000.csv --certificate certificate.json \\",
      "      --rpc https://api.devnet.solana.com --trust trust.json",
      "  spine verify synthetic-1000.csv --certificate certificate.json --trust trust.json"
          + " --no-anchor",
      "  spine verify --proof contribution-proof.json --trust trust.json --explain"
    })
public final class VerifyCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATASET",
      description = "The dataset file, exactly as it was published.")
  private Path dataset;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "The certificate, certificate.json.")
  private Path certificate;

  @Option(
      names = "--proof",
      paramLabel = "FILE",
      description = {
        "The proof bundle, anchor.json, or that of a contribution or review (GET /v1/proofs/ID)."
      })
  private Path proof;

  @Option(
      names = "--rpc",
      paramLabel = "URL",
      description = {
        "Solana JSON-RPC endpoint. May be given more than once:",
        "every endpoint has to say the same."
      })
  private List<String> endpoints = List.of();

  @Option(
      names = "--trust",
      required = true,
      paramLabel = "KEYFILE",
      description = {
        "Whom you trust: a JSON file with the keys that sign certificates and the publishers that"
            + " anchor them. Get it from the registry, not from who gave you the dataset."
      })
  private Path trust;

  @Option(
      names = "--root-key",
      paramLabel = "FILE.pem",
      description = "Public key that signed the list of keys, when --trust is a signed list.")
  private Path rootKey;

  @Option(
      names = "--signature",
      paramLabel = "SIG",
      description = {
        "Signature of the anchoring transaction, base58. Without it and without --proof the"
            + " publishers' transactions are searched."
      })
  private String signature;

  @Option(
      names = "--no-anchor",
      description = {
        "Checks form, signature, verdict and dataset only: for a certificate that was made on this"
            + " machine and stands on no ledger. Proves neither when it was made nor that there is"
            + " no other one."
      })
  private boolean unanchored;

  @Option(
      names = "--explain",
      description = "Shows how each step is computed, so that it can be done by hand.")
  private boolean explain;

  @Override
  public Integer call() {
    VerifyFiles files = new VerifyFiles(dataset, certificate, proof, trust, rootKey, unanchored);
    VerifyInput input = VerifyInput.read(files, endpoints, signature);
    List<Check> checks = input.checks();
    PrintWriter out = spec.commandLine().getOut();
    if (explain) {
      out.print(input.explanation());
      out.println();
    }
    Report report = new Report(checks, endpoints.size(), input.isOfDataset(), !unanchored);
    out.print(report.text());
    out.flush();
    return report.allHold() ? ExitCode.OK : ExitCode.FAILED;
  }
}
