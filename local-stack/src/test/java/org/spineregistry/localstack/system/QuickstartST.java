package org.spineregistry.localstack.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.spineregistry.event.CertificationRequested;
import org.spineregistry.event.RegistryMember;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.schemas.topic.Topics;
import org.spineregistry.synthesis.verify.OfflineVerifier;

/** The main job as a user sees it, and a second start on the same folder. */
class QuickstartST {
  private UserStack stack;
  private JsonNode summary;

  @BeforeEach
  void start() {
    stack = UserStack.get();
    summary = stack.firstSummary();
  }

  @Test
  void everyCaseIsAcceptedAndTheCycleIsCertifiedAnchoredAndPaid() {
    assertThat(summary.get("submitted").asInt()).isEqualTo(Scene.CASES);
    assertThat(summary.get("accepted").asInt()).isEqualTo(Scene.CASES);
    assertThat(summary.get("rejected").asInt()).isZero();
    assertThat(summary.get("cycles")).hasSize(1);
    JsonNode cycle = summary.at("/cycles/0");
    assertThat(cycle.get("verdict").asText()).isEqualTo("CERTIFIED");
    assertThat(cycle.get("state").asText()).isEqualTo("REWARDED");
    assertThat(cycle.get("cases").asInt()).isEqualTo(Scene.CASES);
    assertThat(cycle.at("/anchor/memo").asText()).matches("spine1:d:[0-9a-f]{64}");
    assertThat(cycle.at("/anchor/slot").asLong()).isPositive();
    assertThat(summary.at("/payouts/count").asInt()).isPositive();
    assertThat(summary.at("/payouts/totalBaseUnits").asText()).matches("[1-9][0-9]*");
  }

  @Test
  void everyGateHasValueBoundAndVerdictAndNoDecidingOneFailed() {
    JsonNode gates = summary.at("/cycles/0/gates");
    assertThat(gates).isNotEmpty();
    assertThat(gates)
        .allSatisfy(
            gate -> {
              assertThat(gate.get("value").isNumber() || gate.get("bound").isNull()).isTrue();
              assertThat(gate.get("verdict").asText())
                  .isEqualTo(gate.get("bound").isNull() ? "REPORTED" : "PASS");
            });
  }

  @Test
  void theDatasetsAreThereWithTheStatedRowsAndDigests() throws IOException {
    JsonNode datasets = summary.at("/cycles/0/datasets");
    assertThat(datasets)
        .extracting(d -> d.get("rows").asInt())
        .containsExactly(100, 1_000, 10_000, 100, 1_000, 10_000);
    for (JsonNode dataset : datasets) {
      Path file = Path.of(dataset.get("path").asText());
      byte[] bytes = Files.readAllBytes(file);
      assertThat(OfflineVerifier.sha256(bytes)).isEqualTo(dataset.get("sha256").asText());
      if (file.toString().endsWith(".csv")) {
        assertThat(Files.readAllLines(file)).hasSize(dataset.get("rows").asInt() + 1);
      }
    }
  }

  @Test
  void thePersonSeesStagesAGateTableAndTheCommand() {
    assertThat(stack.firstOutput())
        .contains("Kafka", "contribution-ingestor", "certification-streams", "anchor-publisher")
        .contains("1000 of 1000 answered", "audited", "waiting for finality on Solana")
        .contains("P3-auc-family", "<= 0.7000", "PASS", "published-2026:fidelity-ks", "report.html")
        .contains("proved   all checks hold for 6 datasets", "bin/spine verify ")
        .contains("The stack stays up until Ctrl-C")
        .doesNotContain("Exception", "\tat ");
  }

  /** What stays when nothing of the stack runs any more. */
  @Test
  void theBundleProvesTheAnchorWithoutTheStack() {
    JsonNode cycle = summary.at("/cycles/0");
    Path bundle =
        stack
            .data()
            .resolve("proofs")
            .resolve(cycle.get("cycleId").asText())
            .resolve("anchor.json");
    Program offline =
        Program.spine(
            "verify",
            cycle.at("/datasets/0/path").asText(),
            "--certificate",
            cycle.get("certificate").asText(),
            "--proof",
            bundle,
            "--trust",
            stack.data().resolve("trust.json"));
    assertThat(offline.requireCode(0).output()).contains("PASS", "signed by the trusted publisher");
    assertThat(stack.firstOutput()).contains("--proof ");
  }

  @Test
  void ctrlCLeavesNoProcessAndASecondStartChangesNothing() {
    Set<String> payouts = payoutIds();
    List<String> memos = new Chain(stack.now().rpcUrl()).memos();

    List<ProcessHandle> before = stack.restart();

    assertThat(before).hasSizeGreaterThanOrEqualTo(7).noneMatch(ProcessHandle::isAlive);
    JsonNode second = stack.now().summary();
    assertThat(second.get("duplicates").asInt()).isEqualTo(Scene.CASES);
    assertThat(withoutCounts(second)).isEqualTo(withoutCounts(summary));
    assertThat(new Chain(stack.now().rpcUrl()).memos()).isEqualTo(memos).hasSize(1);
    assertThat(payoutIds()).isEqualTo(payouts).hasSize(summary.at("/payouts/count").asInt());
    assertThat(stack.topics().<CertificationRequested>events(Topics.CERTIFICATION_REQUESTED))
        .hasSize(1);
    assertThat(
            stack.topics().<RegistryMember>events(Topics.REGISTRY_MEMBER).stream()
                .map(RegistryMember::getOrdinal)
                .collect(Collectors.toSet()))
        .hasSize(Scene.CASES);
  }

  @Test
  void aSecondStackOnTheSameFolderOrPortsIsRefused() {
    Path output = Scene.folder("programs").resolve("refused.txt");
    Process sameFolder = Program.quickstart(output, "--once", "--data-dir", stack.data());
    assertThat(ended(sameFolder)).isEqualTo(2);
    assertThat(Program.text(output)).contains("another stack runs on the data directory");

    int base = Integer.parseInt(stack.services().get(0).replaceAll(".*:", ""));
    Process samePorts =
        Program.quickstart(
            output, "--once", "--port-base", base, "--data-dir", Scene.folder("refused"));
    assertThat(ended(samePorts)).isEqualTo(2);
    assertThat(Program.text(output))
        .contains("port " + base + " (contribution-ingestor) is taken", "--port-base")
        .doesNotContain("Exception");
  }

  private Set<String> payoutIds() {
    List<RewardGranted> granted = stack.topics().events(Topics.REWARD_GRANTED);
    Set<String> ids = granted.stream().map(RewardGranted::getPayoutId).collect(Collectors.toSet());
    assertThat(granted).hasSize(ids.size());
    return ids;
  }

  /**
   * Questions are asked once, and every case is known at a second start: the rest must be the same.
   */
  private static JsonNode withoutCounts(JsonNode summary) {
    ObjectNode copy = summary.deepCopy();
    copy.remove(List.of("queried", "duplicates"));
    return copy;
  }

  private static int ended(Process process) {
    try {
      assertThat(process.waitFor(60, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
