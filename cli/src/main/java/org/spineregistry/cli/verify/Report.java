package org.spineregistry.cli.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spineregistry.synthesis.verify.Check;
import org.spineregistry.synthesis.verify.Check.Outcome;

/**
 * The answer to somebody who holds a dataset. A proof has limits, so the answer names them instead
 * of saying only yes.
 *
 * @param endpoints number of endpoints that were asked
 * @param ofDataset whether a dataset was looked at, not a proof alone
 * @param anchored whether the anchor was looked for
 */
record Report(List<Check> checks, int endpoints, boolean ofDataset, boolean anchored) {
  /** Formatting by patterns would load the locales of the world first. */
  private static final String END = System.lineSeparator();

  private static final String MARKER = "marker";

  private static final Set<String> PROOF =
      Set.of("subject", "receipt", "inclusion", "transaction", "memo", "publisher", MARKER);

  boolean allHold() {
    return checks.stream().allMatch(check -> check.outcome() == Outcome.PASSED);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    checks.forEach(
        c ->
            text.append(word(c.outcome()))
                .append(' ')
                .append(c.name())
                .append(": ")
                .append(c.reason())
                .append(END));
    list(text, "Proved", proved());
    list(text, "Not checked", notChecked());
    list(text, "Cannot be known this way", unknowable());
    long failed = checks.stream().filter(c -> c.outcome() != Outcome.PASSED).count();
    text.append(END);
    text.append(
        failed == 0
            ? "All " + checks.size() + " checks hold" + (anchored ? "." : "; NOT ANCHORED.")
            : failed + " of " + checks.size() + " checks do not hold.");
    text.append(END);
    return text.toString();
  }

  private List<String> proved() {
    List<String> proved = new ArrayList<>();
    if (holds("signature") && holds("form")) {
      proved.add("a key that you trust signed exactly this certificate");
    }
    if (holds("signature") && holds("verdict")) {
      proved.add("the signer states that every deciding gate passed");
    }
    if (holds("signature") && holds("dataset")) {
      proved.add("the dataset is, byte for byte, one that the certificate names");
    }
    if (holds("anchor") || offline()) {
      proved.add(
          ofDataset
              ? "a publisher that you trust signed a transaction with this certificate's digest"
              : "a publisher that you trust signed a transaction that leads to this subject");
    }
    if (offline() && holds(MARKER)) {
      proved.add("of that publisher's transactions with this marker at most one can succeed");
    }
    if (holds(MarkerAccount.NAME)) {
      proved.add(
          "as every endpoint says that was asked, the marker stands: one such transaction did"
              + " succeed");
    }
    return proved;
  }

  private List<String> notChecked() {
    List<String> open = new ArrayList<>();
    if (!anchored) {
      open.add(
          "whether any publisher anchored this certificate, and when (--proof or --rpc instead of"
              + " --no-anchor)");
    } else if (endpoints == 0) {
      open.add(
          "whether the transaction was ever included in a block, and in which (--rpc asks an"
              + " endpoint)");
      if (has(MARKER)) {
        open.add("whether the marker stands (--rpc asks an endpoint, any one of the cluster)");
      }
    } else if (!holds("anchor")) {
      open.add("whether the certificate stands on the ledger");
    } else if (endpoints == 1) {
      open.add(
          "whether a second endpoint says the same of the transaction (--rpc may be repeated)");
    }
    if (ofDataset) {
      open.add("whether the certificate was superseded or revoked later");
      open.add("whether a new run of the gates gives the same values");
    } else {
      open.add("whether what the receipt is of was corrected or withdrawn later");
    }
    return open;
  }

  private List<String> unknowable() {
    List<String> unknowable = new ArrayList<>();
    unknowable.add(
        !anchored
            ? "when it was signed, and whether the signer signed another one for the same dataset"
            : endpoints == 0
                ? "when it was signed: the block hash inside only says not before which block"
                : "that the transaction is finalized: the endpoint says so, Solana gives clients no"
                    + " proof");
    unknowable.add("whether a trusted key was stolen");
    if (ofDataset) {
      unknowable.add(
          "whether the data are fit for your purpose: read the gates and limits in the"
              + " certificate");
    }
    return unknowable;
  }

  /** Whether a proof led from the subject to a trusted publisher. */
  private boolean offline() {
    return checks.stream()
            .filter(check -> PROOF.contains(check.name()))
            .allMatch(check -> check.outcome() == Outcome.PASSED)
        && holds("publisher");
  }

  private boolean has(String name) {
    return checks.stream().anyMatch(check -> check.name().equals(name));
  }

  private boolean holds(String name) {
    List<Check> named = checks.stream().filter(check -> check.name().equals(name)).toList();
    return !named.isEmpty() && named.stream().allMatch(check -> check.outcome() == Outcome.PASSED);
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case PASSED -> "PASS";
      case FAILED -> "FAIL";
      case NOT_CHECKED -> "NOT CHECKED";
    };
  }

  private static void list(StringBuilder text, String title, List<String> items) {
    text.append(END).append(title).append(END);
    (items.isEmpty() ? List.of("nothing") : items)
        .forEach(item -> text.append("  - ").append(item).append(END));
  }
}
