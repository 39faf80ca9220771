package org.spineregistry.cli.verify;

import java.util.ArrayList;
import java.util.List;
import org.spineregistry.synthesis.verify.Check;
import org.spineregistry.synthesis.verify.Check.Outcome;

/**
 * The answer to somebody who holds a dataset. A proof has limits, so the answer names them instead
 * of saying only yes.
 *
 * @param endpoints number of endpoints that were asked
 */
record Report(List<Check> checks, int endpoints) {
  boolean allHold() {
    return checks.stream().allMatch(check -> check.outcome() == Outcome.PASSED);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    checks.forEach(
        c -> text.append("%s %s: %s%n".formatted(word(c.outcome()), c.name(), c.reason())));
    list(text, "Proved", proved());
    list(text, "Not checked", notChecked());
    list(text, "Cannot be known this way", unknowable());
    long failed = checks.stream().filter(c -> c.outcome() != Outcome.PASSED).count();
    text.append("%n".formatted());
    text.append(
        failed == 0
            ? "All %d checks hold.%n".formatted(checks.size())
            : "%d of %d checks do not hold.%n".formatted(failed, checks.size()));
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
    if (holds("anchor")) {
      proved.add("a publisher that you trust signed a transaction with this certificate's digest");
    }
    return proved;
  }

  private List<String> notChecked() {
    List<String> open = new ArrayList<>();
    if (!holds("anchor")) {
      open.add("whether the certificate stands on the ledger");
    } else if (endpoints == 1) {
      open.add(
          "whether a second endpoint says the same of the transaction (--rpc may be repeated)");
    }
    open.add("whether the certificate was superseded or revoked later");
    open.add("whether a new run of the gates gives the same values");
    return open;
  }

  private static List<String> unknowable() {
    return List.of(
        "that the transaction is finalized: the endpoint says so, Solana gives clients no proof",
        "whether a trusted key was stolen",
        "whether the data are fit for your purpose: read the gates and limits in the certificate");
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
    text.append("%n%s%n".formatted(title));
    (items.isEmpty() ? List.of("nothing") : items)
        .forEach(item -> text.append("  - %s%n".formatted(item)));
  }
}
