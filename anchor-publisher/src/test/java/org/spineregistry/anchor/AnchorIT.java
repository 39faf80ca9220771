package org.spineregistry.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.spineregistry.anchor.reward.Examples.caseId;
import static org.spineregistry.anchor.reward.Examples.contribution;
import static org.spineregistry.schemas.topic.Topics.ANCHOR_FINALIZED;
import static org.spineregistry.schemas.topic.Topics.DEAD_LETTER;
import static org.spineregistry.schemas.topic.Topics.REWARD_CYCLE;
import static org.spineregistry.schemas.topic.Topics.REWARD_GRANTED;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spineregistry.anchor.fake.Certified;
import org.spineregistry.anchor.it.Installation;
import org.spineregistry.anchor.reward.Contribution;
import org.spineregistry.event.AnchorFinalized;
import org.spineregistry.event.CertificationCompleted;
import org.spineregistry.event.CycleRewarded;
import org.spineregistry.event.CycleVerdict;
import org.spineregistry.event.RewardGranted;
import org.spineregistry.nodes.SolanaNode;
import org.spineregistry.nodes.SolanaSettings;
import org.spineregistry.nodes.TestCluster;
import org.spineregistry.nodes.port.FreePort;
import org.spineregistry.nodes.process.ProcessGroup;
import org.spineregistry.schemas.header.EventHeaders;
import org.spineregistry.service.artifact.Sha256;
import org.spineregistry.service.start.StartProblem;
import org.spineregistry.solana.key.KeyFile;
import org.spineregistry.solana.proof.OfflineProof;
import org.spineregistry.solana.proof.ProofBundle;
import org.spineregistry.solana.proof.ProofFinding;

/** The whole service against a real broker, registry and Solana runtime. */
class AnchorIT {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  /** Apart from the cycles of other tests on the same chain. */
  private static final String RULING = "5a0c2a8e-6a51-4b0e-9d9f-1f1f6f6f2b11";

  private static final int FIRST = 100_001;

  private static final int SECOND = 100_002;

  private final TestCluster cluster = TestCluster.shared();
  private Installation installation;
  private RunningPublisher server;

  @TempDir Path dir;

  @BeforeEach
  void prepare() throws Exception {
    installation = new Installation(AnchorIT.class, dir.resolve("artifacts"), true);
    installation.createTopics();
    installation.registerSchemas();
    KeyFile.generate(dir.resolve("publisher.json"));
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aCertifiedCycleIsAnchoredAndItsContributorsArePaidOnceAlsoAfterARestart() throws Exception {
    server = start(cluster.solanaUrl());
    CertificationCompleted first =
        cycle(FIRST, contribution(1, "surgeon-aaaaaa", "3m"), contribution(2, "surgeon-bbbbbb"));
    installation.send(List.of(first, first, first));

    await().atMost(LIMIT).until(() -> rewarded().size() == 1);
    AnchorFinalized anchor = anchors().get(0);
    assertThat(installation.anchors(FIRST)).isOne();
    checkPayouts(anchor);
    checkAnswers(anchor);
    checkHealthAndMetrics();

    server.close();
    server = start(cluster.solanaUrl());
    CertificationCompleted second =
        cycle(
            SECOND,
            contribution(1, "surgeon-aaaaaa", "3m", "12m"),
            contribution(2, "surgeon-bbbbbb"),
            contribution(3, "surgeon-aaaaaa"));
    installation.send(List.of(first, second));

    await().atMost(LIMIT).until(() -> rewarded().size() == 2);
    assertThat(payouts()).extracting(RewardGranted::getPayoutId).doesNotHaveDuplicates().hasSize(6);
    assertThat(anchors()).hasSize(2);
    assertThat(installation.anchors(FIRST)).isOne();
    assertThat(installation.records(DEAD_LETTER)).isEmpty();
    checkPages();
    checkReplay();
  }

  @Test
  void endpointsOfAnotherClusterAreRefusedWithTheReason() throws Exception {
    server = start(cluster.solanaUrl());
    installation.send(List.of(cycle(FIRST + 10)));
    await().atMost(LIMIT).until(() -> anchors().size() == 1);
    server.close();

    try (ProcessGroup group = ProcessGroup.open()) {
      SolanaNode other =
          new SolanaNode(SolanaSettings.under(dir.resolve("other"), new FreePort(), 20), group);
      other.start();

      assertThatThrownBy(() -> start(other.url()))
          .hasRootCauseInstanceOf(StartProblem.class)
          .rootCause()
          .hasMessageContaining(other.genesisHash())
          .hasMessageContaining("the anchors so far are of");
    }
  }

  /** What a consumer reads, and how it proves that it has everything. */
  private void checkPayouts(AnchorFinalized anchor) {
    List<RewardGranted> payouts = payouts();
    assertThat(payouts)
        .extracting(p -> p.getBeneficiaryId() + " " + p.getKind() + " " + p.getAmountBaseUnits())
        .containsExactlyInAnyOrder(
            "surgeon-aaaaaa CASE_BASELINE 100000000000",
            "surgeon-bbbbbb CASE_BASELINE 100000000000",
            "surgeon-aaaaaa FOLLOW_UP_3M 30000000000");
    String anchorEvent =
        EventHeaders.eventId(installation.records(ANCHOR_FINALIZED).get(0).headers()).orElseThrow();
    assertThat(payouts)
        .allSatisfy(
            p -> {
              assertThat(p.getCauseEventIds())
                  .containsExactly(
                      anchorEvent, Installation.completedEvent(Certified.cycleId(FIRST)));
              assertThat(p.getEffectiveAt()).isEqualTo(anchor.getCertifiedAt());
            });
    List<String> lines = new ArrayList<>();
    payouts.forEach(p -> lines.add(p.getPayoutId() + ":" + p.getAmountBaseUnits() + "\n"));
    Collections.sort(lines);
    assertThat(rewarded().get(0).getManifest().getSha256())
        .isEqualTo(Sha256.hex(String.join("", lines).getBytes(StandardCharsets.UTF_8)));
  }

  private void checkAnswers(AnchorFinalized anchor) throws Exception {
    JsonNode page = server.get("/v1/anchors?state=finalized");
    assertThat(page.at("/anchors/0/digest").asText()).isEqualTo(Certified.digest(FIRST));
    assertThat(page.at("/anchors/0/receipt/signature").asText())
        .isEqualTo(anchor.getReceipt().getSignature());
    assertThat(server.get("/v1/anchors").at("/anchors")).isEmpty();
    assertThat(server.get("/v1/anchors/" + Certified.digest(FIRST)).get("state").asText())
        .isEqualTo("FINALIZED");
    assertThat(server.status("/v1/anchors/" + Certified.digest(SECOND))).isEqualTo(404);
    assertThat(server.status("/v1/anchors/" + Certified.digest(SECOND) + "/proof")).isEqualTo(404);
    checkProof(anchor);
    assertThat(server.status("/v1/anchors?state=lost")).isEqualTo(400);
    assertThat(server.status("/v1/anchors?limit=0")).isEqualTo(400);

    String path = "/v1/rewards/cycles/" + Certified.cycleId(FIRST);
    await().atMost(LIMIT).until(() -> server.status(path) == 200);
    JsonNode rewards = server.get(path);
    assertThat(rewards.at("/granted/baseUnits").asText())
        .isEqualTo(new BigInteger("230000000000").toString());
    assertThat(rewards.at("/granted/tokens").asText()).isEqualTo("230");
    assertThat(rewards.at("/granted/symbol").asText()).isEqualTo("SPINE");
    assertThat(rewards.at("/payoutsPerKind/CASE_BASELINE").asInt()).isEqualTo(2);
    assertThat(server.status("/v1/rewards/cycles/" + Certified.cycleId(SECOND))).isEqualTo(404);
    checkLedger();
  }

  /** A duplicate case is taken back, once, however often somebody says so. */
  private void checkRulings() throws Exception {
    OperatorCalls operator = server.operator();
    assertThat(
            operator
                .refused("{\"rulingId\": \"mine\", \"amountBaseUnits\": \"-1\"}")
                .get("details"))
        .hasSize(6);
    operator.refused("no JSON");

    JsonNode outcome = operator.applied(RULING, "REVERSE", "CASE", caseId(2), "DUPLICATE_CASE");
    assertThat(outcome.get("found").asInt()).isOne();
    assertThat(outcome.get("changed").asInt()).isOne();
    String path = "/v1/rewards/surgeon-bbbbbb";
    await()
        .atMost(LIMIT)
        .until(() -> server.get(path).at("/balances/payable").asText().equals("0"));
    assertThat(server.get(path).get("payouts")).hasSize(2);
  }

  /** What is owed, until the payer says that it was paid. */
  private void checkLedger() throws Exception {
    String path = "/v1/rewards/surgeon-aaaaaa";
    await()
        .atMost(LIMIT)
        .until(() -> server.status(path) == 200 && server.get(path).get("payouts").size() == 2);
    JsonNode books = server.get(path);
    assertThat(books.at("/balances/payable").asText()).isEqualTo("130000000000");
    assertThat(books.at("/balances/paid").asText()).isEqualTo("0");

    JsonNode page = server.get(path + "?limit=1");
    assertThat(server.get(path + "?after=" + page.get("next").asText()).get("payouts")).hasSize(1);
    RewardGranted followUp =
        payouts().stream()
            .filter(p -> p.getAmountBaseUnits().equals("30000000000"))
            .findFirst()
            .orElseThrow();
    installation.settle(followUp, "signature-of-the-payer");
    await()
        .atMost(LIMIT)
        .until(() -> server.get(path).at("/balances/paid").asText().equals("30000000000"));
    assertThat(server.get(path).at("/balances/payable").asText()).isEqualTo("100000000000");
    checkRulings();
    assertThat(server.get(path).toString()).contains("SETTLED", "signature-of-the-payer");
    assertThat(server.status("/v1/rewards/surgeon-zzzzzz")).isEqualTo(404);
    assertThat(server.status(path + "?limit=0")).isEqualTo(400);
    assertThat(server.text("/prometheus"))
        .contains("spine_reward_imbalance 0.0", "spine_reward_budget_left{");
  }

  private void checkProof(AnchorFinalized anchor) throws Exception {
    ProofBundle bundle = server.bundle("/v1/anchors/" + Certified.digest(FIRST) + "/proof");
    assertThat(new OfflineProof(bundle, RunningPublisher.trusted(anchor)).findings())
        .allMatch(ProofFinding::holds);
    assertThat(bundle.subject().sha256()).isEqualTo(Certified.digest(FIRST));
    assertThat(bundle.chain().slot()).isEqualTo(anchor.getReceipt().getSlot());
  }

  /** What a reward system lost comes again, byte by byte, and says that it is a replay. */
  private void checkReplay() throws Exception {
    OperatorCalls operator = server.operator();
    String request = "{\"beneficiaryId\": \"surgeon-bbbbbb\"}";
    JsonNode books = server.get("/v1/rewards/surgeon-bbbbbb");

    assertThat(operator.replayed(request)).isEqualTo(2);
    assertThat(operator.replayed(request)).as("a replay is not replayed").isEqualTo(2);

    Map<Boolean, List<String>> values =
        installation.records(REWARD_GRANTED).stream()
            .filter(record -> record.key().equals("surgeon-bbbbbb"))
            .collect(
                Collectors.partitioningBy(
                    record -> EventHeaders.text(record.headers(), EventHeaders.REPLAY).isPresent(),
                    Collectors.mapping(
                        record -> HexFormat.of().formatHex(record.value()), Collectors.toList())));
    assertThat(values.get(false)).hasSize(2);
    assertThat(values.get(true)).hasSize(4).hasSameElementsAs(values.get(false));
    assertThat(server.get("/v1/rewards/surgeon-bbbbbb")).isEqualTo(books);
  }

  private void checkPages() throws Exception {
    JsonNode first = server.get("/v1/anchors?state=finalized&limit=1");
    String next = first.get("next").asText();
    JsonNode last = server.get("/v1/anchors?state=finalized&limit=1&after=" + next);

    assertThat(first.get("anchors")).hasSize(1);
    assertThat(last.has("next")).isFalse();
    assertThat(List.of(next, last.at("/anchors/0/digest").asText()))
        .containsExactlyInAnyOrder(Certified.digest(FIRST), Certified.digest(SECOND));
  }

  private void checkHealthAndMetrics() throws Exception {
    await().atMost(LIMIT).until(() -> server.status("/health/readiness") == 200);
    assertThat(server.text("/prometheus"))
        .contains(
            "spine_anchor_pending{state=\"queued\"} 0.0",
            "spine_anchor_pending{state=\"signed\"} 0.0",
            "spine_anchor_stuck 0.0",
            "spine_anchor_failed 0.0",
            "spine_anchor_attempts_total 1.0",
            "spine_anchor_seconds_count 1",
            "spine_anchor_fee_payer_lamports ",
            "spine_settlement_stuck 0.0",
            "spine_solana_errors_total{endpoint=\"endpoint-1\"} 0.0");
    assertThat(server.get("/v1/settlements").get("settlements")).as("nothing is paid").isEmpty();
    assertThat(server.text("/health/liveness"))
        .contains("anchor-publisher", "anchor-rewards", "anchor-batches", "endpoint-1")
        .doesNotContain(cluster.solanaUrl());
  }

  private CertificationCompleted cycle(int n, Contribution... cohort) {
    return Certified.completed(
        n,
        CycleVerdict.CERTIFIED,
        installation.certificate(n),
        installation.contributions(n, List.of(cohort)));
  }

  private List<AnchorFinalized> anchors() {
    return installation.read(ANCHOR_FINALIZED);
  }

  private List<RewardGranted> payouts() {
    return installation.read(REWARD_GRANTED);
  }

  private List<CycleRewarded> rewarded() {
    return installation.read(REWARD_CYCLE);
  }

  private RunningPublisher start(String solana) {
    Path policy = Path.of("../config/rewards/policy-v1.json");
    return RunningPublisher.start(dir, installation, solana, "none", policy);
  }
}
