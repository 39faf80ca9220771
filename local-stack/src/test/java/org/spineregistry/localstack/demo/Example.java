package org.spineregistry.localstack.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.spineregistry.cli.submit.Refusal;
import org.spineregistry.cli.submit.SubmissionReport;
import org.spineregistry.localstack.api.Cycle;
import org.spineregistry.localstack.stack.DataDir;
import org.spineregistry.localstack.stack.Ports;
import org.spineregistry.localstack.stack.StackSettings;

/** A run with one certified and one refused cycle. */
final class Example {
  private static final Path STORE = Path.of("/store").toAbsolutePath();

  private Example() {}

  static RunSummary summary() {
    Refusal refusal =
        new Refusal(7, List.of(new Refusal.Reason("bmi", "OUT_OF_RANGE", "From 12 to 70.", "")));
    return new RunSummary(
        "periodontal",
        false,
        new SubmissionReport(
            823, Map.of("ACCEPTED", 700, "QUERIED", 22, "DUPLICATE", 100), List.of(refusal)),
        List.of(60L, 125L, 900L),
        822,
        List.of(certified(), refused()),
        Map.of("c1", new Proof(1, List.of())),
        StackSettings.of(new DataDir(Path.of("/data dir")), new Ports(20_000)));
  }

  static Cycle certified() {
    return cycle(
        "c1",
        "REWARDED",
        "CERTIFIED",
        List.of(),
        List.of(
            new Cycle.Gate("fidelity-ks", "KS", 0.24413, null, null, 0.05, "ABOVE", "PASS"),
            new Cycle.Gate("privacy-mia", "MIA", null, null, null, null, "REPORTED", "REPORTED")),
        new Cycle.Anchor("5sig", 77, "spine1:d:ab", "pub"),
        new Cycle.Rewards(3, "12345678901"));
  }

  static Cycle refused() {
    return cycle(
        "c2",
        "REFUSED",
        "REFUSED",
        List.of("fidelity-ks is FAIL: KS"),
        List.of(
            new Cycle.Gate("fidelity-ks", "KS", 0.01, null, null, 0.05, "ABOVE", "FAIL"),
            new Cycle.Gate("privacy-mia", "MIA", 0.5, null, null, null, "REPORTED", "REPORTED"),
            new Cycle.Gate("privacy-nndr", "NNDR", 0.7, null, null, 0.5, "ABOVE", "PASS")),
        null,
        null);
  }

  private static Cycle cycle(
      String id,
      String state,
      String verdict,
      List<String> reasons,
      List<Cycle.Gate> gates,
      Cycle.Anchor anchor,
      Cycle.Rewards rewards) {
    return new Cycle(
        id,
        "periodontal",
        state,
        verdict,
        reasons,
        1,
        125L,
        125L,
        "published-2026",
        1,
        null,
        1.0,
        null,
        gates,
        anchor == null ? List.of() : List.of(file("synthetic-100.csv", "d1", 100L)),
        anchor == null ? null : file("certificate.json", "e1", null),
        List.of(file("report.html", "f1", null)),
        anchor,
        rewards);
  }

  private static Cycle.File file(String name, String digest, Long rows) {
    return new Cycle.File(name, STORE.resolve(name).toUri().toString(), digest, 9, rows);
  }
}
